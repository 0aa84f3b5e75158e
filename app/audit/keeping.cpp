// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/keeping.h"

#include "json/excerpt.h"

#include <QCryptographicHash>

#include <algorithm>

namespace oxp::audit {
namespace {

void measure(KeptBytes &kept) {
  kept.size = kept.bytes.size();
  if (kept.sha1.isEmpty())
    kept.sha1 = QCryptographicHash::hash(kept.bytes, QCryptographicHash::Sha1);
}

bool touches(const std::vector<Span> &spans, qsizetype begin, qsizetype end) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const Span &span) { return begin < span.end && end > span.begin; });
}

/// Whether a splice takes away or puts in a byte of a sensitive value. Yes where nobody can tell.
bool changesSensitive(const Payload &whole, const SensitiveKey &sensitive) {
  const auto old = sensitiveSpans(whole.before->bytes, sensitive);
  const auto young = sensitiveSpans(whole.after->bytes, sensitive);
  if (!old || !young)
    return true;
  qsizetype shift = 0;
  for (const json::Splice &splice : whole.splices) {
    const qsizetype at = splice.offset + shift;
    if (touches(*old, splice.offset, splice.offset + splice.removed) ||
        touches(*young, at, at + splice.inserted.size()))
      return true;
    shift += splice.inserted.size() - splice.removed;
  }
  return false;
}

void leaveOut(KeptBytes &kept, QByteArray rest) {
  kept.left = true;
  kept.why = QByteArrayLiteral("sensitive");
  kept.bytes = std::move(rest);
  // With the rest of the text beside it, a hash would let a short secret be guessed.
  kept.sha1.clear();
}

void leaveOutSensitive(KeptBytes &kept, const SensitiveKey &sensitive) {
  if (holdsSensitive(kept.bytes, sensitive))
    leaveOut(kept, withoutSensitive(kept.bytes, sensitive).value_or(QByteArray()));
}

/// The change between the two texts as they are kept; none when it cannot be told without sensitive values.
std::vector<json::Splice> keptChange(const Payload &whole, const SensitiveKey &sensitive) {
  const auto spans = sensitiveSpans(whole.before->bytes, sensitive);
  auto splices = spans ? toRedacted(whole.splices, *spans) : std::nullopt;
  const auto before = withoutSensitive(whole.before->bytes, sensitive);
  const auto after = withoutSensitive(whole.after->bytes, sensitive);
  // Also where a key became or ceased to be a sensitive one, or such a value was put in, this does not hold.
  if (!splices || !before || !after || json::apply(*before, *splices) != *after)
    return {};
  return std::move(*splices);
}

void leaveOutSensitive(Payload &payload, const SensitiveKey &sensitive) {
  if (payload.before && payload.after)
    payload.splices = keptChange(payload, sensitive);
  for (auto *kept : {&payload.before, &payload.after}) {
    if (*kept)
      leaveOutSensitive(**kept, sensitive);
  }
}

/// A key of the text after is one of the text before, or stands in what the change is about.
bool anySensitive(const Payload &payload, const SensitiveKey &sensitive, const json::ScannedText *scanned) {
  if (scanned && scanned->valid() && payload.before && payload.after &&
      scanned->isOf(payload.before->bytes)) {
    const auto excerpt = json::Excerpt::of(*scanned, payload.after->bytes, payload.splices);
    if (excerpt)
      return holdsSensitive(scanned->text(), scanned->scan(), sensitive) ||
             holdsSensitive(excerpt->after(), sensitive);
  }
  return (payload.before && holdsSensitive(payload.before->bytes, sensitive)) ||
         (payload.after && holdsSensitive(payload.after->bytes, sensitive));
}

QByteArray removedRanges(const QByteArray &before, const std::vector<json::Splice> &splices) {
  QByteArray ranges;
  for (const json::Splice &splice : splices)
    ranges += before.mid(splice.offset, splice.removed);
  return ranges;
}

void keepRanges(Payload &payload) {
  payload.before->ranges = payload.after->ranges = true;
  payload.before->bytes = removedRanges(payload.before->bytes, payload.splices);
  payload.after->bytes.clear(); // its ranges are what the splices insert
}

} // namespace

Keeping keep(Payload whole, const KeepRules &rules, const json::ScannedText *scanned) {
  Keeping keeping{std::move(whole), false};
  Payload &payload = keeping.payload;
  for (auto *kept : {&payload.before, &payload.after}) {
    if (*kept)
      measure(**kept);
  }
  const bool sensitive = anySensitive(payload, rules.sensitive, scanned);
  const bool ranges = payload.before && payload.after && !payload.splices.empty() &&
                      std::max(payload.before->size, payload.after->size) > rules.wholeBytesLimit;
  keeping.seal = sensitive && rules.canSeal;
  if (ranges) {
    const bool left = sensitive && !rules.canSeal && changesSensitive(payload, rules.sensitive);
    keepRanges(payload);
    if (left) {
      leaveOut(*payload.before, {});
      leaveOut(*payload.after, {});
      payload.splices.clear();
    }
    return keeping;
  }
  if (sensitive && !rules.canSeal)
    leaveOutSensitive(payload, rules.sensitive);
  else
    payload.splices.clear();
  return keeping;
}

} // namespace oxp::audit
