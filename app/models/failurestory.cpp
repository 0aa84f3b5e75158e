// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/failurestory.h"

#include "base/plaintext.h"
#include "models/format.h"
#include "json/fields.h"
#include "json/pointer.h"

#include <algorithm>

namespace oxp {
namespace {

constexpr qsizetype LongestHeader = 4'096; ///< bytes of a trace and a reason that are compared
constexpr qsizetype LongestClass = 120;    ///< bytes before a message: `DatabaseError [ERR_X]: `

QByteArrayView firstLine(QByteArrayView text) {
  const qsizetype end = text.indexOf('\n');
  return (end < 0 ? text : text.first(end)).trimmed();
}

/// The texts of the field, oldest first, each decoded when it is asked for.
class Traces {
public:
  explicit Traces(const QByteArray &field)
      : m_field(field)
      , m_scan(json::scan(field)) {
    isList = m_scan.valid() && m_scan.tokens.front().kind == json::TokenKind::ArrayBegin;
    if (isList)
      m_items = json::children(m_scan, 0);
  }

  qint64 count() const { return isList ? qint64(m_items.size()) : !m_field.trimmed().isEmpty(); }
  QByteArray at(qint64 index) const {
    if (!isList)
      return m_field;
    const quint32 token = m_items[size_t(index)];
    if (m_scan.tokens[token].kind == json::TokenKind::String)
      return json::unescapeUtf8(json::tokenText(m_field, m_scan.tokens[token]));
    return json::valueText(m_field, m_scan, token)
        .toByteArray(); // no library writes such; shown all the same
  }

  bool isList = false;

private:
  const QByteArray &m_field;
  json::Scan m_scan;
  std::vector<quint32> m_items;
};

/// Where the reason begins in a trace's first lines: behind the class, if at all; -1 when the trace says
/// something else.
qsizetype reasonIn(QByteArrayView trace, QByteArrayView reason) {
  const QByteArrayView wanted = firstLine(reason.first(std::min(reason.size(), LongestHeader)));
  const QByteArrayView head = trace.first(std::min(trace.size(), LongestHeader + LongestClass));
  const qsizetype at = head.indexOf(wanted);
  const bool behindClass =
      at <= LongestClass && !head.first(std::max<qsizetype>(at, 0)).trimmed().contains('\n');
  return behindClass ? at : -1;
}

bool tells(QByteArrayView trace, QByteArrayView reason) {
  return reason.trimmed().isEmpty() || reasonIn(trace, reason.trimmed()) >= 0;
}

/// The message of a trace: what stands before its first frame.
QByteArray messageOf(const StackText &trace) {
  const std::vector<StackFrame> &frames = trace.sections.front().frames;
  return trace.text.first(frames.empty() ? trace.text.size() : frames.front().offset).trimmed();
}

class Teller {
public:
  Teller(const FailureFields &fields, std::stop_token stop)
      : m_fields(fields)
      , m_stop(std::move(stop))
      , m_traces(fields.stacktrace)
      , m_reason(plaintext::withoutColours(fields.failedReason).trimmed()) {}

  FailureStory tell();

private:
  void takeTraces();
  void takeTrace(qint64 index);
  void takeHead();
  void compareGroups();

  const FailureFields &m_fields;
  std::stop_token m_stop;
  Traces m_traces;
  QByteArray m_reason;
  AttemptFacts m_facts;
  FailureStory m_story;
};

FailureStory Teller::tell() {
  m_facts = m_fields.facts;
  m_story.isList = m_traces.isList || m_fields.stacktrace.trimmed().isEmpty();
  m_story.attempts = m_facts.made;
  m_story.traces = m_traces.count();
  m_story.limit = m_facts.limit;
  m_story.keepsOldest = m_facts.keepsOldest;
  takeTraces();
  if (m_stop.stop_requested())
    return {};
  m_story.differentTraces = int(m_story.groups.size());
  takeHead();
  compareGroups();
  return std::move(m_story);
}

void Teller::takeTraces() {
  const qint64 count = m_traces.count();
  if (count == 0)
    return;
  const QByteArray newest = plaintext::withoutColours(m_traces.at(count - 1));
  m_facts.newestTold = !m_traces.isList || tells(newest, m_reason);
  m_story.lastIsSilent = !m_facts.newestTold;
  if (m_story.lastIsSilent && attemptNumber(m_facts, count, count - 1) != m_facts.made)
    m_story.silentAttempt = m_facts.made;
  const qint64 end = std::max<qint64>(0, count - FailureStory::MostTraces);
  for (qint64 index = count - 1; index >= end && !m_stop.stop_requested(); --index)
    takeTrace(index);
}

void Teller::takeTrace(qint64 index) {
  ++m_story.tracesRead;
  const QByteArray text = plaintext::withoutColours(m_traces.at(index));
  const QByteArray key = samenessKey(text);
  std::vector<TraceGroup> &groups = m_story.groups;
  auto group = std::find_if(groups.begin(), groups.end(), [&](const TraceGroup &g) { return g.key == key; });
  if (group == groups.end()) {
    group = groups.insert(groups.end(), TraceGroup());
    group->key = key;
    group->trace = stackText(text);
    const format::ErrorParts parts = format::errorParts(text.first(std::min(text.size(), LongestHeader)));
    group->className = parts.className;
    group->message = parts.message;
  }
  ++group->traces;
  const qint64 number = m_traces.isList ? attemptNumber(m_facts, m_story.traces, index) : 0;
  if (number > 0)
    group->attempts.push_back(number);
}

/// The class stands in the trace alone: failedReason is the error's message.
void Teller::takeHead() {
  const TraceGroup *newest =
      m_story.groups.empty() || m_story.lastIsSilent ? nullptr : &m_story.groups.front();
  QByteArray shown = m_reason;
  m_story.reasonIsTrace = newest && m_fields.failedReason.isEmpty();
  if (newest && m_reason.isEmpty())
    shown = messageOf(newest->trace);
  const format::ErrorParts parts = format::errorParts(shown.first(std::min(shown.size(), LongestHeader)));
  m_story.className = parts.className;
  m_story.reason = shown;
  if (!parts.className.isEmpty()) {
    shown = shown.sliced(shown.indexOf(':') + 1).trimmed();
  } else if (newest && m_story.isList && !m_reason.isEmpty()) {
    const QByteArray head =
        newest->trace.text.first(std::max<qsizetype>(0, reasonIn(newest->trace.text, m_reason)));
    m_story.className =
        head.trimmed().endsWith(':') ? format::safeText(head.trimmed().chopped(1)) : QString();
    m_story.reason.prepend(head);
  }
  m_story.message = format::safeText(shown, FailureStory::MostHead, true);
  m_story.isWhole =
      shown.size() <= FailureStory::MostHead && (!m_story.message.endsWith(u'…') || shown.endsWith("…"));
}

void Teller::compareGroups() {
  const QByteArray head = m_story.reason.trimmed();
  for (size_t i = 0; i < m_story.groups.size(); ++i) {
    TraceGroup &group = m_story.groups[i];
    group.tellsReason = i == 0 && !m_story.lastIsSilent && messageOf(group.trace) == head;
    if (i > 0)
      group.sameError = group.className == m_story.groups[i - 1].className &&
                        group.message == m_story.groups[i - 1].message;
  }
}

} // namespace

FailureStory failureStory(const FailureFields &fields, std::stop_token stop) {
  return Teller(fields, std::move(stop)).tell();
}

QByteArray allTraces(const FailureFields &fields) {
  const Traces traces(fields.stacktrace);
  const qint64 count = traces.count();
  QByteArray all;
  const QByteArray reason = fields.failedReason.trimmed();
  const bool told = count > 0 && tells(plaintext::withoutColours(traces.at(count - 1)),
                                       plaintext::withoutColours(reason).trimmed());
  if (!told)
    all = reason;
  for (qint64 index = count - 1; index >= 0; --index) {
    if (!all.isEmpty())
      all += "\n\n";
    all += traces.at(index);
  }
  return all;
}

QString attemptRanges(const std::vector<qint64> &falling) {
  QStringList ranges;
  for (auto number = falling.rbegin(); number != falling.rend();) {
    const qint64 first = *number;
    qint64 last = first;
    while (++number != falling.rend() && *number == last + 1)
      ++last;
    const QString text = format::number(first);
    ranges << (last == first ? text : text + QChar(u'–') + format::number(last));
  }
  return format::listed(ranges);
}

} // namespace oxp
