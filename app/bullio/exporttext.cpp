// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/exporttext.h"

#include "json/compact.h"
#include "json/fields.h"
#include "json/layout.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace oxp {

namespace {

constexpr qsizetype MostKeys = 20'000; ///< whose look-up is remembered
constexpr qsizetype Names = 512;       ///< bytes of a job's text that are no values of it
constexpr auto Mask = "\"••••\"";
constexpr auto MaskText = "••••";

enum class Kind { Number, Json, Text };

/// One field of a job's hash (bullmq-protocol 1.3) and what BullMQ's job.toJSON() calls it.
struct Field {
  std::string_view hash;
  std::string_view member;
  Kind kind;
};

/// `attemptsMade` (BullMQ 4, Bull 4) stands before `atm` (BullMQ 5, 6), `stalledCounter` before `stc`: the
/// first that is there counts.
constexpr std::array Fields = {
    Field{"name", "name", Kind::Text},
    Field{"timestamp", "timestamp", Kind::Number},
    Field{"processedOn", "processedOn", Kind::Number},
    Field{"finishedOn", "finishedOn", Kind::Number},
    Field{"delay", "delay", Kind::Number},
    Field{"priority", "priority", Kind::Number},
    Field{"attemptsMade", "attemptsMade", Kind::Number},
    Field{"atm", "attemptsMade", Kind::Number},
    Field{"ats", "attemptsStarted", Kind::Number},
    Field{"stalledCounter", "stalledCounter", Kind::Number},
    Field{"stc", "stalledCounter", Kind::Number},
    Field{"progress", "progress", Kind::Json},
    Field{"pb", "processedBy", Kind::Text},
    Field{"rjk", "repeatJobKey", Kind::Text},
    Field{"deid", "deduplicationId", Kind::Text},
    Field{"parentKey", "parentKey", Kind::Text},
    Field{"parent", "parent", Kind::Json},
    Field{"failedReason", "failedReason", Kind::Text},
    Field{"defa", "deferredFailure", Kind::Text},
    Field{"opts", "opts", Kind::Json},
    Field{"data", "data", Kind::Json},
    Field{"returnvalue", "returnvalue", Kind::Json},
    Field{"stacktrace", "stacktrace", Kind::Json},
};

/// Whether this member is written by the field before already.
constexpr bool isRepeated(size_t field) {
  return field > 0 && Fields[field].member == Fields[field - 1].member;
}

/// The value of each member: its field, or the later one of the same member where that is missing.
QByteArrayView valueOf(size_t field, std::span<const QByteArrayView> values) {
  const bool doubled = field + 1 < Fields.size() && isRepeated(field + 1);
  return values[field].isNull() && doubled ? values[field + 1] : values[field];
}

/// How a member of an object begins, by what its value turned out to be.
struct Head {
  QByteArray json, text, binary;
};

Head headOf(const QByteArray &member, bool ofJson) {
  return {",\"" + member + "\":", ",\"" + member + (ofJson ? "Text" : "") + "\":",
          ",\"" + member + "Base64\":\""};
}

const std::array<Head, Fields.size()> &heads() {
  static const auto all = [] {
    std::array<Head, Fields.size()> made;
    for (size_t i = 0; i < Fields.size(); ++i)
      made[i] = headOf(QByteArrayView(Fields[i].member).toByteArray(), Fields[i].kind == Kind::Json);
    return made;
  }();
  return all;
}

bool isPlainNumber(QByteArrayView text) {
  const bool digits =
      !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits && (text.size() == 1 || text.front() != '0'))
    return true;
  const json::Scan scan = json::scan(text);
  return scan.valid() && scan.tokens.size() == 1 && scan.tokens[0].kind == json::TokenKind::Number &&
         qsizetype(scan.tokens[0].length) == text.size();
}

/// What most small fields are: no look at their tokens is needed.
bool isPlainlyJson(QByteArrayView text) {
  return text == "null" || text == "{}" || text == "[]" || text == "0";
}

/// Printable ASCII that stands in a JSON string as it is.
bool isPlainText(QByteArrayView text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

bool hasLineBreak(QByteArrayView text) {
  return text.contains('\n') || text.contains('\r');
}

/// As the editor does: null, true, false and empty values tell nothing.
bool isWorthMasking(QByteArrayView text, const json::Scan &scan, quint32 token) {
  const json::Token &value = scan.tokens[token];
  if (value.opens())
    return value.partner != token + 1;
  return value.kind == json::TokenKind::Number ||
         (value.kind == json::TokenKind::String && json::tokenText(text, value).size() > 2);
}

/// What a spreadsheet would calculate with, and a number that is none of it.
bool looksLikeFormula(QByteArrayView cell) {
  return !cell.isEmpty() && QByteArrayView("=+-@\t\r").contains(cell.front()) && !isPlainNumber(cell);
}

bool needsQuotes(QByteArrayView cell) {
  if (cell.isEmpty() || cell.front() == ' ' || cell.back() == ' ' || looksLikeFormula(cell))
    return true;
  return std::any_of(cell.begin(), cell.end(),
                     [](char c) { return c == '"' || c == ',' || c == '\n' || c == '\r'; });
}

} // namespace

/// Writes at the end of a text. There is room for most of what comes, so that a piece costs little more than
/// its bytes.
class ExportText::Pen {
public:
  explicit Pen(QByteArray &out, qsizetype room)
      : m_out(out)
      , m_size(out.size()) {
    m_out.resize(m_size + room);
    m_begin = m_out.data();
  }
  ~Pen() { m_out.resize(m_size); }
  Pen(const Pen &) = delete;
  Pen &operator=(const Pen &) = delete;

  void put(char c) {
    *at(1) = c;
    ++m_size;
  }
  void put(QByteArrayView text) {
    if (text.isEmpty()) // its data may be null, which memcpy does not take
      return;
    std::memcpy(at(text.size()), text.data(), size_t(text.size()));
    m_size += text.size();
  }
  void putBase64(QByteArrayView bytes) {
    put(QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64());
  }
  void putMember(const Head &head, const Value &value);
  void putCell(QByteArrayView cell);

private:
  char *at(qsizetype room) {
    if (m_out.size() - m_size < room) {
      m_out.resize(m_size + room);
      m_begin = m_out.data();
    }
    return m_begin + m_size;
  }

  QByteArray &m_out;
  qsizetype m_size;
  char *m_begin;
};

void ExportText::Pen::putMember(const Head &head, const Value &value) {
  switch (value.form) {
  case Value::Form::Json:
    put(head.json);
    return put(value.bytes);
  case Value::Form::Plain:
    put(head.text);
    put('"');
    put(value.bytes);
    return put('"');
  case Value::Form::Text:
    put(head.text);
    return put(json::escapeUtf8(value.bytes));
  case Value::Form::Binary:
    put(head.binary);
    putBase64(value.bytes);
    return put('"');
  }
}

void ExportText::Pen::putCell(QByteArrayView cell) {
  if (!needsQuotes(cell))
    return put(cell);
  char *const from = at(2 * cell.size() + 2);
  char *to = from;
  *to++ = '"';
  for (const char c : cell) {
    *to++ = c;
    *to = '"'; // the second one of a quote; anything else takes its place
    to += c == '"';
  }
  *to++ = '"';
  m_size += to - from;
}

ExportText::ExportText(ExportFormat format, search::Hides hides)
    : m_format(format)
    , m_hides(std::move(hides)) {}

const std::vector<QByteArray> &ExportText::hashFields() {
  static const std::vector<QByteArray> names = [] {
    std::vector<QByteArray> out;
    for (const Field &field : Fields)
      out.push_back(QByteArrayView(field.hash).toByteArray());
    return out;
  }();
  return names;
}

void ExportText::begin(QByteArray &out) const {
  if (m_format == ExportFormat::Json)
    out += "[\n";
  if (m_format != ExportFormat::Csv)
    return;
  out += "id,queue,prefix,state";
  for (size_t i = 0; i < Fields.size(); ++i)
    if (!isRepeated(i))
      out.append(',').append(QByteArrayView(Fields[i].member));
  out += ",base64\r\n";
}

void ExportText::end(QByteArray &out) const {
  if (m_format == ExportFormat::Json)
    out += m_first ? "]\n" : "\n]\n";
}

void ExportText::add(QByteArray &out, const QueueId &queue, JobState state, const QByteArray &id,
                     std::span<const QByteArrayView> values) {
  if (state != m_state || queue != m_queue)
    setPlace(queue, state);
  qsizetype room = Names + m_place.size() + id.size();
  for (const QByteArrayView value : values)
    room += value.size();
  Pen pen(out, room);
  if (m_format == ExportFormat::Json && !m_first)
    pen.put(",\n");
  m_first = false;
  if (m_format == ExportFormat::Csv)
    return addLine(pen, id, values);
  addObject(pen, id, values);
  if (m_format == ExportFormat::Ndjson)
    pen.put('\n');
}

/// What is the same for most jobs is made once.
void ExportText::setPlace(const QueueId &queue, JobState state) {
  m_queue = queue;
  m_state = state;
  m_place.clear();
  m_placeBinary.clear();
  Pen pen(m_place, 0);
  const std::array<std::pair<QByteArray, QByteArray>, 3> facts = {
      {{"queue", queue.name}, {"prefix", queue.prefix}, {"state", stateWord(state)}}};
  for (const auto &[name, text] : facts) {
    const Value value = textValue(text);
    if (m_format != ExportFormat::Csv) {
      pen.putMember(headOf(name, false), value);
      continue;
    }
    putColumn(pen, value);
    if (value.form == Value::Form::Binary)
      m_placeBinary << name;
  }
}

bool ExportText::isHidden(QByteArrayView keyToken) {
  const QByteArray key = QByteArray::fromRawData(keyToken.data(), keyToken.size());
  if (const auto known = m_hidden.constFind(key); known != m_hidden.cend())
    return *known;
  if (m_hidden.size() >= MostKeys)
    m_hidden.clear();
  const bool hidden = m_hides(json::unescapeUtf8(keyToken));
  m_hidden.insert(keyToken.toByteArray(), hidden);
  return hidden;
}

ExportText::Value ExportText::textValue(QByteArrayView stored) {
  if (isPlainText(stored))
    return {stored, {}, Value::Form::Plain};
  return {stored, {}, json::invalidUtf8At(stored) < 0 ? Value::Form::Text : Value::Form::Binary};
}

ExportText::Value ExportText::jsonValue(QByteArrayView stored) {
  if (isPlainlyJson(stored) || (!m_hides && json::isCompact(stored)))
    return {stored, {}, Value::Form::Json};
  const json::Scan scan = json::scan(stored);
  if (!scan.valid()) {
    if (!m_hides || stored.isEmpty())
      return textValue(stored);
    ++m_masked;
    return {MaskText, {}, Value::Form::Text};
  }
  Value value = m_hides ? maskedValue(stored, scan) : Value{stored, {}, Value::Form::Json};
  if (m_format != ExportFormat::Csv && hasLineBreak(value.bytes)) {
    const json::Scan now = json::scan(value.bytes);
    value.kept = json::layOut(value.bytes, now, json::Style::minified());
    value.bytes = value.kept;
  }
  return value;
}

ExportText::Value ExportText::maskedValue(QByteArrayView stored, const json::Scan &scan) {
  Value value{stored, {}, Value::Form::Json};
  qsizetype done = 0;
  for (quint32 at = 0; at < scan.tokens.size(); ++at) {
    const json::Token &token = scan.tokens[at];
    if (token.kind != json::TokenKind::Key || !isWorthMasking(stored, scan, at + 1) ||
        !isHidden(json::tokenText(stored, token)))
      continue;
    const quint32 next = json::skipValue(scan, at + 1);
    const qsizetype begin = scan.tokens[at + 1].offset;
    value.kept.append(stored.sliced(done, begin - done)).append(Mask);
    done = scan.tokens[next - 1].end();
    at = next - 1;
    ++m_masked;
  }
  if (done > 0) {
    value.kept.append(stored.sliced(done));
    value.bytes = value.kept;
  }
  return value;
}

void ExportText::addObject(Pen &pen, const QByteArray &id, std::span<const QByteArrayView> values) {
  static const Head idHead{{}, "{\"id\":", "{\"idBase64\":\""};
  pen.putMember(idHead, textValue(id));
  pen.put(m_place);
  for (size_t i = 0; i < Fields.size(); ++i) {
    const QByteArrayView stored = valueOf(i, values);
    if (stored.isNull() || isRepeated(i))
      continue;
    if (Fields[i].kind == Kind::Number && isPlainNumber(stored))
      pen.putMember(heads()[i], {stored, {}, Value::Form::Json});
    else
      pen.putMember(heads()[i], Fields[i].kind == Kind::Json ? jsonValue(stored) : textValue(stored));
  }
  pen.put('}');
}

void ExportText::putColumn(Pen &pen, const Value &value) {
  if (value.form == Value::Form::Binary)
    pen.putBase64(value.bytes);
  else
    pen.putCell(value.bytes);
  pen.put(',');
}

void ExportText::addLine(Pen &pen, const QByteArray &id, std::span<const QByteArrayView> values) {
  QByteArrayList binary = m_placeBinary;
  const Value idValue = textValue(id);
  putColumn(pen, idValue);
  if (idValue.form == Value::Form::Binary)
    binary.prepend("id");
  pen.put(m_place);
  for (size_t i = 0; i < Fields.size(); ++i) {
    if (isRepeated(i))
      continue;
    const QByteArrayView stored = valueOf(i, values);
    if (stored.isNull()) {
      pen.put(',');
      continue;
    }
    const Value value = Fields[i].kind == Kind::Json ? jsonValue(stored) : textValue(stored);
    putColumn(pen, value);
    if (value.form == Value::Form::Binary)
      binary << QByteArrayView(Fields[i].member).toByteArray();
  }
  pen.put(binary.join(' '));
  pen.put("\r\n");
}

} // namespace oxp
