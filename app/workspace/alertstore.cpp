// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/alertstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

#include <algorithm>
#include <array>

namespace oxp {

using alerts::AlertKind;
using alerts::AlertRule;
using alerts::AlertSettings;

namespace {

struct KindWord {
  AlertKind kind;
  const char *word;
};
constexpr std::array<KindWord, alerts::AlertKindCount> KindWords{{{AlertKind::FailedRises, "failed"},
                                                                  {AlertKind::WaitingAbove, "waiting"},
                                                                  {AlertKind::OldestWaiting, "oldest"},
                                                                  {AlertKind::NoWorker, "no-worker"},
                                                                  {AlertKind::Stalled, "stalled"}}};
constexpr int MinutesOfDay = 24 * 60;

QString keyOf(const QString &profileId) {
  return u"alerts/"_qs + profileId;
}

/// Names may be any bytes.
QString encoded(const QByteArray &bytes) {
  return QString::fromLatin1(bytes.toPercentEncoding("{}:*"));
}

QByteArray decoded(const QJsonValue &value) {
  return QByteArray::fromPercentEncoding(value.toString().toLatin1());
}

QJsonObject ruleToJson(const AlertRule &rule) {
  const auto word = std::find_if(KindWords.begin(), KindWords.end(),
                                 [&](const KindWord &known) { return known.kind == rule.kind; });
  QJsonObject json{{u"kind"_qs, QLatin1String(word->word)},
                   {u"limit"_qs, rule.limit},
                   {u"minutes"_qs, rule.minutes},
                   {u"on"_qs, rule.on}};
  if (rule.queue) {
    json.insert(u"prefix"_qs, encoded(rule.queue->prefix));
    json.insert(u"queue"_qs, encoded(rule.queue->name));
  }
  return json;
}

std::optional<AlertRule> ruleFromJson(const QJsonObject &json) {
  const QString kind = json.value(u"kind"_qs).toString();
  const auto word = std::find_if(KindWords.begin(), KindWords.end(),
                                 [&](const KindWord &known) { return kind == QLatin1String(known.word); });
  if (word == KindWords.end())
    return std::nullopt;
  AlertRule rule;
  rule.kind = word->kind;
  rule.limit = std::max<qint64>(1, json.value(u"limit"_qs).toInteger(rule.limit));
  rule.minutes = std::clamp(json.value(u"minutes"_qs).toInt(rule.minutes), 1, AlertRule::MostMinutes);
  rule.on = json.value(u"on"_qs).toBool(true);
  if (json.contains(u"queue"_qs))
    rule.queue = QueueId{decoded(json.value(u"prefix"_qs)), decoded(json.value(u"queue"_qs))};
  return rule;
}

} // namespace

AlertSettings AlertStore::load(const QString &profileId) const {
  const QByteArray text = m_settings.value(keyOf(profileId)).toString().toUtf8();
  const QJsonObject json = QJsonDocument::fromJson(text).object();
  AlertSettings alerts;
  for (const QJsonValue &value : json.value(u"rules"_qs).toArray())
    if (const auto rule = ruleFromJson(value.toObject()))
      alerts.rules.push_back(*rule);
  const QJsonObject quiet = json.value(u"quiet"_qs).toObject();
  alerts.quiet.on = quiet.value(u"on"_qs).toBool(false);
  alerts.quiet.from = std::clamp(quiet.value(u"from"_qs).toInt(alerts.quiet.from), 0, MinutesOfDay - 1);
  alerts.quiet.to = std::clamp(quiet.value(u"to"_qs).toInt(alerts.quiet.to), 0, MinutesOfDay - 1);
  return alerts;
}

void AlertStore::save(const QString &profileId, const AlertSettings &alerts) {
  QJsonArray rules;
  for (const AlertRule &rule : alerts.rules)
    rules.append(ruleToJson(rule));
  const QJsonObject quiet{
      {u"on"_qs, alerts.quiet.on}, {u"from"_qs, alerts.quiet.from}, {u"to"_qs, alerts.quiet.to}};
  const QJsonObject json{{u"rules"_qs, rules}, {u"quiet"_qs, quiet}};
  m_settings.setValue(keyOf(profileId),
                      QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
  m_settings.sync();
}

void AlertStore::remove(const QString &profileId) {
  m_settings.remove(keyOf(profileId));
}

} // namespace oxp
