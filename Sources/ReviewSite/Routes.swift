import Archive
import Foundation
import Mustache

/// What each address of the desk answers.
struct Routes: Sendable {
  let desk: Desk
  let gate: Gate
  private let assets: Assets
  private let messages: Messages
  private let page: Data

  init(desk: Desk, gate: Gate, language: String) throws {
    self.desk = desk
    self.gate = gate
    assets = Assets()
    messages = Messages(assets.text("messages.tsv"))
    let template = try MustacheTemplate(string: assets.text("page.mustache"))
    let context: [String: Any] = [
      "language": language, "title": messages.word("page.title", language), "reviewer": desk.reviewer, "readOnly": desk.archive.isReadOnly,
    ]
    page = Data(template.render(context).utf8)
  }

  func respond(to request: Request) -> Response {
    if let refusal = gate.check(request) { return Reply.sealed(refusal) }
    do {
      switch request.method {
      case "GET": return try get(request)
      case "POST": return try post(request)
      default: return Reply.json(["error": "method"], status: .methodNotAllowed)
      }
    } catch {
      return Reply.failure(error)
    }
  }

  // MARK: - Reading

  private func get(_ request: Request) throws -> Response {
    let query = Query(request)
    switch request.path {
    case "/": return Reply.data(page, type: "text/html; charset=utf-8")
    case "/messages.json": return Reply.data(Data(messages.json.text.utf8), type: "application/json; charset=utf-8", isFixed: true)
    case "/api/view": return Reply.json(try view(query))
    case "/api/step": return Reply.json(["flag": .string(String(try step(query) ?? 0))])
    case "/api/queue": return Reply.json(try desk.queue(query.filter, byArticle: query["by"] == "article"))
    case "/api/search": return Reply.json(try desk.search(query["words"] ?? ""))
    default:
      guard let file = assets.files[String(request.path.dropFirst())], !request.path.hasSuffix(".mustache"), !request.path.hasSuffix(".tsv")
      else {
        return Reply.json(["error": "not-found"], status: .notFound)
      }
      return Reply.data(file.data, type: file.type, isFixed: true)
    }
  }

  private func view(_ query: Query) throws -> JSON {
    if let article = query["article"] { return try desk.view(article: article, mention: query["mention"], filter: query.filter) }
    guard let wanted = query["flag"] else { throw ArchiveError.unknownFlag }
    let flag = wanted == "first" ? try desk.flag(.next, of: nil, in: query.filter) : Int(wanted)
    guard let flag else { throw ArchiveError.unknownFlag }
    return try desk.view(flag: flag, mention: query["mention"], filter: query.filter)
  }

  private func step(_ query: Query) throws -> Int? {
    let flag = query["flag"].flatMap { Int($0) }
    let onlyOpen = query["open"] == "1"
    switch query["way"] {
    case "previous": return try desk.flag(.previous, of: flag, in: query.filter, onlyOpen: onlyOpen)
    case "next-article": return try desk.flagOfAnotherArticle(.next, than: flag, in: query.filter)
    case "previous-article": return try desk.flagOfAnotherArticle(.previous, than: flag, in: query.filter)
    default: return try desk.flag(.next, of: flag, in: query.filter, onlyOpen: onlyOpen)
    }
  }

  // MARK: - Saying

  private func post(_ request: Request) throws -> Response {
    guard request.headers["content-type"]?.hasPrefix("application/json") == true else {
      return Reply.json(["error": "type"], status: .unsupportedType)
    }
    let body: JSON
    do {
      body = try JSON(parsing: String(decoding: request.body, as: UTF8.self))
    } catch {
      return Reply.json(["error": "json", "reason": .string("\(error)")], status: .badRequest)
    }
    let filter = Query.filter(body["filter"])
    switch request.path {
    case "/api/answer": return try answer(body, filter)
    case "/api/undo": return Reply.json(try turned(try desk.undo(), body, filter))
    case "/api/redo": return Reply.json(try turned(try desk.redo(), body, filter))
    default: return Reply.json(["error": "not-found"], status: .notFound)
    }
  }

  private func answer(_ body: JSON, _ filter: Desk.Filter) throws -> Response {
    let answer = try AnswerReader.answer(body)
    let saved: Saved
    do {
      saved = try desk.save(answer)
    } catch ArchiveError.answeredBefore {
      return Reply.json(["error": "answered-before", "first": try desk.firstAnswer(to: answer.flag ?? 0)], status: .conflict)
    }
    var reply = json(saved)
    let staysHere = body["then"]?.string != "next"
    let next = staysHere ? answer.flag : try desk.flag(after: answer.flag, in: filter)
    if let next {
      reply["view"] = try desk.view(flag: next, mention: staysHere ? answer.mention : nil, filter: filter)
    } else if staysHere, let article = answer.article {
      reply["view"] = try desk.view(article: article, mention: saved.leading?.anchor?.mentionID ?? answer.mention, filter: filter)
    }
    return Reply.json(reply)
  }

  /// After taking back or bringing back, the page shows what it was about; what was no answer leaves the reviewer at the question.
  private func turned(_ saved: Saved, _ body: JSON, _ filter: Desk.Filter) throws -> JSON {
    var reply = json(saved)
    guard let target = try desk.decision(saved.leading?.undoes ?? "") else { return reply }
    reply["action"] = .string(target.action.rawValue)
    let shown = body["article"]?.string == target.article ? body["flag"]?.string.flatMap { Int($0) } : nil
    if let flag = target.flag?.id ?? shown, let view = try? desk.view(flag: flag, mention: target.anchor?.mentionID, filter: filter) {
      reply["view"] = view
    } else if let article = target.article {
      reply["view"] = try desk.view(article: article, mention: target.anchor?.mentionID, filter: filter)
    }
    return reply
  }

  private func json(_ saved: Saved) -> JSON { ["count": JSON(saved.count), "action": JSON(saved.leading?.action.rawValue), "view": .null] }
}

/// The query of an address.
struct Query {
  private let values: [String: String]

  init(_ request: Request) { values = request.query }

  /// Nil where it is empty.
  subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

  var filter: Desk.Filter {
    Desk.Filter(severity: self["severity"], code: self["code"], article: self["in"], mark: self["mark"].flatMap(Desk.Filter.Mark.init))
  }

  static func filter(_ json: JSON?) -> Desk.Filter {
    Desk.Filter(
      severity: json?["severity"]?.string, code: json?["code"]?.string, article: json?["article"]?.string,
      mark: json?["mark"]?.string.flatMap(Desk.Filter.Mark.init))
  }
}

/// Reads what the page sends.
enum AnswerReader {
  static func answer(_ body: JSON) throws -> Answer {
    guard let action = body["action"]?.string.flatMap(Decision.Action.init), action != .undo, action != .redo else {
      throw ArchiveError.badValue(field: "action", reason: "no such action")
    }
    var answer = Answer(action: action)
    answer.verdict = body["verdict"]?.string.flatMap(Decision.Verdict.init)
    answer.flag = body["flag"]?.string.flatMap { Int($0) }
    answer.article = body["article"]?.string
    answer.mention = body["mention"]?.string
    answer.alternative = body["alternative"]?.int
    for member in body["fields"]?.members ?? [] { answer.fields[member.key] = member.value.string ?? "" }
    answer.startWords = clamp(body["startWords"]?.int)
    answer.endWords = clamp(body["endWords"]?.int)
    answer.note = body["note"]?.string
    answer.seen = body["seen"]?.string
    answer.isForAllAlike = body["forAllAlike"] == true
    if action == .add { answer.selection = try selection(body["selection"]) }
    return answer
  }

  private static func clamp(_ words: Int?) -> Int { min(max(words ?? 0, -50), 50) }

  private static func selection(_ json: JSON?) throws -> Answer.Selection {
    guard let json, let kind = json["kind"]?.string, !Reading.fields(of: kind).isEmpty, let paragraph = json["paragraph"]?.int,
      let text = json["text"]?.string, let before = json["before"]?.string
    else { throw ArchiveError.badValue(field: "selection", reason: "no words were selected") }
    return Answer.Selection(kind: kind, paragraph: paragraph, text: text, before: before)
  }
}
