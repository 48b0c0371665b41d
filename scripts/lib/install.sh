# Sourced by the scripts: goes to the checkout and installs what is missing. Wants bash, apt and Swift.

cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1

# What the build links; one line a library.
build_packages=(
  pkg-config
  libicu-dev      # normal forms of Unicode
  libsimdjson-dev # lines of JSON
  libarchive-dev  # archives; loaded at run time
  libsqlite3-dev  # the desk's database
  libssl3         # SHA-256, loaded at run time
  libxml2         # pages, loaded at run time
)

# as_root COMMAND…: with sudo only when needed.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# install PACKAGE…: those that are missing.
install() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -q '^installed$' || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  echo "installing ${missing[*]}" >&2
  as_root apt-get update -qq >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# The folder of test data that stands beside the checkout on some machines; empty elsewhere.
shared=
if [ -r ../shared/gold/gold.jsonl ]; then shared=$(cd ../shared && pwd); fi

# without_shared STEP: says that a step is left out.
without_shared() { echo "skipped, there is no ../shared: $1"; }
