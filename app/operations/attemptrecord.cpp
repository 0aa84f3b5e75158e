// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/attemptrecord.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace oxp {
namespace {

// Keys of a record's facts.
const QString ClientKey = QStringLiteral("client"), RunKey = QStringLiteral("run"),
              FinishedKey = QStringLiteral("finishedOn"), DueKey = QStringLiteral("due"),
              ManyKey = QStringLiteral("many");

QByteArray factsJson(const SettleFacts &facts) {
  QJsonObject object{{ClientKey, facts.mark.id}, {RunKey, QString::fromLatin1(facts.mark.runId)}};
  if (facts.finished > 0)
    object.insert(FinishedKey, facts.finished);
  if (facts.due > 0)
    object.insert(DueKey, facts.due);
  if (facts.run > 0)
    object.insert(ManyKey, facts.run);
  return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Before facts had a place of their own they stood among the arguments.
QJsonObject factsOf(const audit::Record &record) {
  return QJsonDocument::fromJson(record.facts.isEmpty() ? record.arguments : record.facts).object();
}

audit::KeptBytes kept(const QByteArray &bytes, const QByteArray &sha1, bool present) {
  audit::KeptBytes whole;
  whole.bytes = bytes;
  whole.sha1 = sha1;
  whole.present = present;
  return whole;
}

} // namespace

QByteArray argumentsJson(const Arguments &arguments) {
  QJsonObject object;
  for (auto it = arguments.begin(); it != arguments.end(); ++it)
    object.insert(QString::fromUtf8(it.key()), QString::fromUtf8(it.value()));
  return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Arguments argumentsFrom(const QByteArray &json) {
  const QJsonObject object = QJsonDocument::fromJson(json).object();
  Arguments arguments;
  for (auto it = object.begin(); it != object.end(); ++it)
    arguments.insert(it.key().toUtf8(), it.value().toString().toUtf8());
  return arguments;
}

SettleFacts settleFacts(const OperationRequest &request, const JobDetail &job, const ClientMark &mark) {
  SettleFacts facts;
  facts.operation = request.operation;
  facts.queue = request.queue;
  facts.jobId = request.jobId;
  facts.jobTimestamp = job.timestamp;
  facts.finished = job.row.finished;
  facts.due = job.row.due;
  facts.mark = mark;
  if (request.baseline) {
    facts.beforeSha1 = request.baseline->sha1;
    facts.beforePresent = request.baseline->present;
  }
  return facts;
}

SettleFacts settleFacts(const audit::Record &record) {
  const QJsonObject object = factsOf(record);
  SettleFacts facts;
  facts.operation = record.operation;
  facts.queue.id = record.queue;
  facts.jobId = record.jobId;
  facts.jobTimestamp = record.jobTimestamp;
  facts.finished = object.value(FinishedKey).toInteger();
  facts.due = object.value(DueKey).toInteger();
  facts.run = object.value(ManyKey).toInteger();
  facts.mark = {object.value(ClientKey).toInteger(-1), object.value(RunKey).toString().toLatin1()};
  if (record.before) {
    facts.beforeSha1 = record.before->sha1;
    facts.beforePresent = record.before->present;
  }
  if (record.after)
    facts.afterSha1 = record.after->sha1;
  return facts;
}

audit::Record recordFor(const Author &author, const OperationRequest &request, const SettleFacts &facts) {
  audit::Record record;
  record.at = QDateTime::currentMSecsSinceEpoch();
  record.who = author.who;
  record.profile = author.profileName;
  record.profileId = author.profileId;
  record.environment = author.environment;
  record.queue = request.queue.id;
  record.jobId = request.jobId;
  record.jobTimestamp = facts.jobTimestamp;
  record.operation = request.operation;
  record.arguments = argumentsJson(request.arguments);
  record.facts = factsJson(facts);
  record.reason = request.reason;
  record.revertOf = request.revertOf;
  if (request.baseline) {
    record.before = kept(request.baseline->data, facts.beforeSha1, facts.beforePresent);
    record.after = kept(request.newData, facts.afterSha1, true);
    record.splices = request.splices;
  }
  return record;
}

OperationRequest requestFrom(const audit::Record &record) {
  OperationRequest request;
  request.operation = record.operation;
  request.queue.id = record.queue;
  request.jobId = record.jobId;
  request.reason = record.reason;
  request.revertOf = record.revertOf;
  return request;
}

} // namespace oxp
