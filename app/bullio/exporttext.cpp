// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/exporttext.h"

#include "json/fields.h"
#include "json/layout.h"

#include <algorithm>
#include <array>

namespace oxp {

namespace {

constexpr qsizetype MostKeys = 20'000; ///< whose look-up is remembered
constexpr auto Mask = "\"••••\"";
constexpr auto MaskText = "••••";

enum class Kind { Number, Json, Text };

/// One field of a job's hash (bullmq-protocol 1.3) and what BullMQ's job.toJSON() calls it.
struct Field {
  const char *hash;
  const char *member;
  Kind kind;
};

/// `attemptsMade` (BullMQ 4, Bull 4) stands before `atm` (BullMQ 5, 6): the first that is there counts.
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

void addString(QByteArray &out, QByteArrayView text) {
  if (isPlainText(text))
    out.append('"').append(text).append('"');
  else
    out.append(json::escapeUtf8(text));
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

void addCell(QByteArray &out, QByteArrayView cell) {
  const bool special = std::any_of(cell.begin(), cell.end(),
                                   [](char c) { return c == '"' || c == ',' || c == '\n' || c == '\r'; });
  const bool edges = !cell.isEmpty() && (cell.front() == ' ' || cell.back() == ' ');
  if (!cell.isEmpty() && !special && !edges && !looksLikeFormula(cell)) {
    out += cell;
    return;
  }
  out += '"';
  for (qsizetype from = 0; from < cell.size();) {
    const qsizetype quote = cell.indexOf('"', from);
    const qsizetype to = quote < 0 ? cell.size() : quote + 1;
    out += cell.sliced(from, to - from);
    if (quote >= 0)
      out += '"';
    from = to;
  }
  out += '"';
}

/// The value of each member: its field, or the later one of the same member where that is missing.
QByteArrayView valueOf(size_t field, std::span<const QByteArrayView> values) {
  const bool doubled = field + 1 < Fields.size() &&
                       QByteArrayView(Fields[field].member) == QByteArrayView(Fields[field + 1].member);
  return values[field].isNull() && doubled ? values[field + 1] : values[field];
}

bool isRepeated(size_t field) {
  return field > 0 && QByteArrayView(Fields[field].member) == QByteArrayView(Fields[field - 1].member);
}

} // namespace

ExportText::ExportText(ExportFormat format, search::Hides hides)
    : m_format(format)
    , m_hides(std::move(hides)) {}

const std::vector<QByteArray> &ExportText::hashFields() {
  static const std::vector<QByteArray> names = [] {
    std::vector<QByteArray> out;
    for (const Field &field : Fields)
      out.emplace_back(field.hash);
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
      out.append(',').append(Fields[i].member);
  out += ",base64\r\n";
}

void ExportText::end(QByteArray &out) const {
  if (m_format == ExportFormat::Json)
    out += m_first ? "]\n" : "\n]\n";
}

void ExportText::add(QByteArray &out, const QueueId &queue, JobState state, const QByteArray &id,
                     std::span<const QByteArrayView> values) {
  if (m_format == ExportFormat::Json && !m_first)
    out += ",\n";
  m_first = false;
  if (m_format == ExportFormat::Csv)
    return addLine(out, queue, state, id, values);
  addObject(out, queue, state, id, values);
  if (m_format == ExportFormat::Ndjson)
    out += '\n';
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
  const bool text = isPlainText(stored) || json::invalidUtf8At(stored) < 0;
  return {stored, {}, text ? Value::Form::Text : Value::Form::Binary};
}

ExportText::Value ExportText::jsonValue(QByteArrayView stored) {
  if (isPlainlyJson(stored))
    return {stored, {}, Value::Form::Json};
  const json::Scan scan = json::scan(stored);
  if (!scan.valid()) {
    if (!m_hides || stored.isEmpty())
      return textValue(stored);
    ++m_masked;
    return {MaskText, {}, Value::Form::Text};
  }
  Value value{stored, {}, Value::Form::Json};
  if (m_hides) {
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
  }
  if (m_format != ExportFormat::Csv && hasLineBreak(value.bytes)) {
    const json::Scan now = json::scan(value.bytes);
    value.kept = json::layOut(value.bytes, now, json::Style::minified());
    value.bytes = value.kept;
  }
  return value;
}

void ExportText::addObject(QByteArray &out, const QueueId &queue, JobState state, const QByteArray &id,
                           std::span<const QByteArrayView> values) {
  bool first = true;
  const auto add = [&](const char *member, const Value &value) {
    out += first ? "{\"" : ",\"";
    first = false;
    out += member;
    switch (value.form) {
    case Value::Form::Json:
      out.append("\":").append(value.bytes);
      return;
    case Value::Form::Text:
      out.append("\":");
      addString(out, value.bytes);
      return;
    case Value::Form::Binary:
      out.append("Base64\":\"").append(value.bytes.toByteArray().toBase64()).append('"');
      return;
    }
  };
  add("id", textValue(id));
  add("queue", textValue(queue.name));
  add("prefix", textValue(queue.prefix));
  add("state", textValue(stateWord(state)));
  for (size_t i = 0; i < Fields.size(); ++i) {
    const QByteArrayView stored = valueOf(i, values);
    if (stored.isNull() || isRepeated(i))
      continue;
    const Field &field = Fields[i];
    if (field.kind == Kind::Text) {
      add(field.member, textValue(stored));
    } else if (field.kind == Kind::Number) {
      const bool number = isPlainNumber(stored);
      add(field.member, number ? Value{stored, {}, Value::Form::Json} : textValue(stored));
    } else {
      const Value value = jsonValue(stored);
      const QByteArray name = field.member + QByteArray(value.form == Value::Form::Text ? "Text" : "");
      add(name.constData(), value);
    }
  }
  out += '}';
}

void ExportText::addLine(QByteArray &out, const QueueId &queue, JobState state, const QByteArray &id,
                         std::span<const QByteArrayView> values) {
  QByteArrayList binary;
  const auto add = [&](const char *column, const Value &value) {
    if (value.form == Value::Form::Binary) {
      binary << column;
      out += value.bytes.toByteArray().toBase64();
    } else {
      addCell(out, value.bytes);
    }
    out += ',';
  };
  add("id", textValue(id));
  add("queue", textValue(queue.name));
  add("prefix", textValue(queue.prefix));
  add("state", textValue(stateWord(state)));
  for (size_t i = 0; i < Fields.size(); ++i) {
    if (isRepeated(i))
      continue;
    const QByteArrayView stored = valueOf(i, values);
    if (stored.isNull())
      out += ',';
    else
      add(Fields[i].member, Fields[i].kind == Kind::Json ? jsonValue(stored) : textValue(stored));
  }
  out += binary.join(' ');
  out += "\r\n";
}

} // namespace oxp
