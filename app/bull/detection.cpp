// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/detection.h"

namespace oxp {

namespace {

struct Kind {
  Family family;
  FamilyBasis basis = FamilyBasis::Version;
  const char *readOnlyReason = "";
};

Kind fromMajor(int major) {
  constexpr FamilyBasis Version = FamilyBasis::Version;
  if (major >= 7)
    return {Family::BullMq6, Version, "newer"};
  if (major == 6)
    return {Family::BullMq6};
  if (major == 5)
    return {Family::BullMq5};
  if (major == 4)
    return {Family::BullMq4};
  if (major >= 1)
    return {Family::BullMqOld, Version, "old"};
  return {Family::Unknown, Version, "unknown-family"};
}

/// Without a version: BullMQ 4 before the end of 4.18, BullMQ 5 before 5.20, and any queue that only workers
/// and FlowProducers have touched. Nothing in the keys tells 5 from 6 then. What a queue is taken for decides
/// which scripts run in it, so a guess is none: where two would do, both are named.
Kind fromKeys(const QueueEvidence &e) {
  if (e.atm)
    return {Family::BullMq5Or6, FamilyBasis::AttemptsNew};
  const bool of4 = e.attemptsMade || e.idMarker;
  if (e.marker && of4)
    return {Family::BullMq4To6, FamilyBasis::MixedTraces};
  if (e.marker)
    return {Family::BullMq5Or6, FamilyBasis::Marker};
  const bool isBullMq = e.events || e.maxLenEvents;
  if (!isBullMq)
    return {Family::Bull4, FamilyBasis::NoEvents};
  if (e.priority)
    return {Family::BullMqOld, FamilyBasis::PriorityKey, "old"};
  if (of4)
    return {Family::BullMq4, e.attemptsMade ? FamilyBasis::AttemptsMade : FamilyBasis::MarkerIds};
  return {Family::BullMq4To6, FamilyBasis::Nothing}; // nothing has run yet
}

Kind kindOf(const QueueEvidence &evidence, QByteArray *version) {
  const qsizetype colon = evidence.version.indexOf(':');
  const QByteArray product = evidence.version.left(colon);
  if (product == "bullmq-pro" && colon > 0) {
    *version = evidence.version.mid(colon + 1);
    return {Family::BullMqPro, FamilyBasis::Version, "pro"};
  }
  if (product == "bullmq" && colon > 0) {
    *version = evidence.version.mid(colon + 1);
    return fromMajor(version->left(version->indexOf('.')).toInt());
  }
  if (!evidence.version.isEmpty())
    return {Family::Unknown, FamilyBasis::Version, "unknown-family"};
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
  info.basis = kind.basis;
  info.prefixGuessed = namesMayHoldColons(kind.family) && evidence.id.prefix.contains(':');
  return info;
}

} // namespace oxp
