// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/resultstext.h"

#include "json/fields.h"
#include "json/scanner.h"

#include <QByteArrayList>
#include <QDateTime>

#include <array>
#include <utility>
#include <vector>

namespace oxp {
namespace {

using audit::ItemState;

QByteArray wordOf(ItemState state) {
  constexpr std::array<const char *, audit::ItemStates> Words{"waiting",  "under way", "done",   "skipped",
                                                              "conflict", "failed",    "unknown"};
  return Words[size_t(state)];
}

QByteArray timeOf(qint64 at) {
  return at > 0 ? QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1()
                : QByteArray();
}

using Members = std::vector<std::pair<const char *, QByteArray>>;

/// All but the id; texts.
Members membersOf(const audit::RunItem &item) {
  return {{"timestamp", item.timestamp},
          {"state", stateWord(item.from)},
          {"outcome", wordOf(item.state)},
          {"error", item.errorKind},
          {"code", item.errorCode},
          {"at", timeOf(item.at)},
          {"settled", item.settled ? "true" : ""},
          {"record", item.record > 0 ? QByteArray::number(item.record) : QByteArray()}};
}

bool isText(const QByteArray &bytes) {
  return json::invalidUtf8At(bytes) < 0;
}

/// Quoted whatever it is, so that no spreadsheet reads an id as a formula or a number's zeros away.
QByteArray cell(QByteArray text) {
  return '"' + text.replace("\"", "\"\"") + '"';
}

QByteArray objectOf(const audit::RunItem &item) {
  QByteArrayList members{isText(item.jobId) ? "\"id\":" + json::escapeUtf8(item.jobId)
                                            : "\"idBase64\":\"" + item.jobId.toBase64() + '"'};
  for (const auto &[name, text] : membersOf(item))
    if (!text.isEmpty())
      members << QByteArray("\"") + name +
                     "\":" + (isText(text) ? json::escapeUtf8(text) : '"' + text.toBase64() + '"');
  return '{' + members.join(',') + "}\n";
}

QByteArray rowOf(const audit::RunItem &item) {
  const bool text = isText(item.jobId);
  QByteArrayList cells{text ? cell(item.jobId) : QByteArray(),
                       text ? QByteArray() : cell(item.jobId.toBase64())};
  for (const auto &member : membersOf(item))
    cells << (member.second.isEmpty() ? QByteArray() : cell(member.second));
  return cells.join(',') + "\r\n";
}

} // namespace

QByteArray ResultsText::head() const {
  if (m_format != ResultsFormat::Csv)
    return {};
  QByteArrayList names{"id", "idBase64"};
  for (const auto &member : membersOf({}))
    names << member.first;
  return names.join(',') + "\r\n";
}

QByteArray ResultsText::line(const audit::RunItem &item) const {
  return m_format == ResultsFormat::Csv ? rowOf(item) : objectOf(item);
}

} // namespace oxp
