// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/detection.h"

namespace oxp {

namespace {

struct Kind {
  Family family;
  const char *readOnlyReason = "";
};

Kind fromMajor(int major) {
  if (major >= 7)
    return {Family::BullMq6, "newer"};
  if (major == 6)
    return {Family::BullMq6};
  if (major == 5)
    return {Family::BullMq5};
  if (major == 4)
    return {Family::BullMq4};
  if (major >= 1)
    return {Family::BullMqOld, "old"};
  return {Family::Unknown, "unknown-family"};
}

Kind fromKeys(const QueueEvidence &e) {
  if (e.marker || e.atm)
    return {Family::BullMq5};
  const bool isBullMq = e.events || e.maxLenEvents;
  if (!isBullMq)
    return {Family::Bull4};
  if (e.priority)
    return {Family::BullMqOld, "old"};
  if (e.attemptsMade || e.idMarker)
    return {Family::BullMq4};
  // Nothing has run yet, so 4 and 5 look alike. The scripts of 5 lose nothing in a queue of 4; workers of 4
  // take a prioritised job some seconds later, that is all.
  return {Family::BullMq5};
}

Kind kindOf(const QueueEvidence &evidence, QByteArray *version) {
  const qsizetype colon = evidence.version.indexOf(':');
  const QByteArray product = evidence.version.left(colon);
  if (product == "bullmq-pro" && colon > 0) {
    *version = evidence.version.mid(colon + 1);
    return {Family::BullMqPro, "pro"};
  }
  if (product == "bullmq" && colon > 0) {
    *version = evidence.version.mid(colon + 1);
    return fromMajor(version->left(version->indexOf('.')).toInt());
  }
  if (!evidence.version.isEmpty())
    return {Family::Unknown, "unknown-family"};
  return fromKeys(evidence);
}

} // namespace

bool looksLikeQueue(const QueueEvidence &e, bool idAlone) {
  if (e.id.base().contains("::relay:") || e.id.name.isEmpty())
    return false;
  if (!e.version.isEmpty() || e.maxLenEvents)
    return true;
  if (e.otherMetaField)
    return e.idCounter || e.jobs || e.events || e.metaPaused || idAlone;
  if (!e.idCounter)
    return e.events && e.jobs;
  return e.jobs || e.events || e.metaPaused || idAlone;
}

bool mayBeResidue(const QueueEvidence &e) {
  return e.version.isEmpty() && !e.idCounter && !e.jobs;
}

QueueInfo detectFamily(const QueueEvidence &evidence) {
  QueueInfo info;
  info.id = evidence.id;
  const Kind kind = kindOf(evidence, &info.version);
  info.family = kind.family;
  info.readOnlyReason = kind.readOnlyReason;
  const bool allowsColons = kind.family != Family::BullMq5 && kind.family != Family::BullMq6;
  info.prefixGuessed = allowsColons && evidence.id.prefix.contains(':');
  return info;
}

} // namespace oxp
