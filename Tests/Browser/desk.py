"""A folder of records from sentences of our own, and the desk over it."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("TRICH_BUILD", ROOT / ".build" / "release"))

ARTICLES = {
    "ben-da": (
        "Bến Đá đón đoàn công tác",
        "2021-03-06",
        "Sáng 5/3, Thượng tá Lương Hữu Khoát, Trưởng phòng Hậu cần Công an tỉnh Lai Châu, dẫn đoàn về thôn Bến Đá.\n"
        "Đoàn tặng 12 suất quà cho các hộ nghèo, trao 62/61 thẻ mới. Ngày 31/11 đoàn sẽ trở lại.\n"
        "Theo Kế hoạch số 31/KH-BCA ngày 4/2/2021 của Bộ Công an, việc này xong trước ngày 30/2/2022.",
    ),
    "na-pan": (
        "Nà Pán họp dân",
        "2022-05-11",
        "Trung tá Lương Hữu Khoát, Trưởng phòng Hậu cần Công an tỉnh Lai Châu, dự buổi họp ngày 10/5.\n"
        "Có 45/40 hộ ký cam kết. Kế hoạch số 31/KH-BCA ngày 14/2/2021 của Bộ Công an được đọc lại.",
    ),
    "khong-ngay": ("Chợ phiên", None, "Ngày 27/9, chợ phiên họp lại. Ngày 28/9, có 7 gian hàng mở thêm."),
}


class Folder:
    """Records of the articles above and of more."""

    def __init__(self, more=None):
        self.path = tempfile.mkdtemp(prefix="trich-desk-")
        lines = []
        for name, (title, published, text) in {**ARTICLES, **(more or {})}.items():
            article = {"id": name, "title": title, "text": f"{title}\n\n{text}", "published": published}
            lines.append(json.dumps({key: value for key, value in article.items() if value}, ensure_ascii=False))
        run = subprocess.run(
            [BUILD / "trich", "extract", "--input", "ndjson", "--include-text", "-"], input="\n".join(lines).encode(), capture_output=True,
            check=False)
        pathlib.Path(self.path, "records.ndjson").write_bytes(run.stdout)

    def decisions(self):
        file = pathlib.Path(self.path, "decisions.ndjson")
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    def trich_desk(self, *arguments):
        return subprocess.run([BUILD / "trich-desk", *arguments], capture_output=True, text=True, check=False)

    def exported(self):
        run = self.trich_desk("export", self.path, "--as", "record")
        return {record["id"]: record for record in map(json.loads, run.stdout.splitlines())}

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)


class Desk:
    """A running `trich review`."""

    def __init__(self, folder, *arguments):
        words = [BUILD / "trich-desk", "review", folder, "--no-open", *arguments]
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().strip()
        self.origin, _, self.token = self.address.partition("/?token=")
        self.port = int(self.origin.rpartition(":")[2] or 0)

    def kill(self):
        """As the power would: no time to say goodbye."""
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
