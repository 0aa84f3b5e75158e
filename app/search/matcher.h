// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"
#include "search/prefilter.h"
#include "search/query.h"

#include <QByteArrayView>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace oxp::search {

/// What conditions mean:
///
/// - `=` of data, opts, result: a string with this content, a number of the same exact value, or the word
///   true, false or null; a container (or the whole value) only by its raw text. `!=` is its negation, so it
///   holds where the field is missing.
/// - `:` contains, whatever the case; ASCII in the needle must be ASCII in the text. Of a container or the
///   whole value: any key or scalar in it, or its raw text. With `""`: the field exists.
/// - `~` a regular expression, Unicode, case counts; of a container each scalar in it.
/// - `< <= > >=` numbers by exact value (a string too, if it spells a number and a number was typed); times;
///   strings by code points where no number was typed. A stored number counts as ms against a time, a stored
///   string as an ISO time against a relative one. Nothing else has an order: a number none against a word.
/// - A time names a stretch: `= 2026-11-22` is within that day, `<=` up to its end, `>` after it. What is
///   missing satisfies no comparison. attempts, priority and progress are 0 where missing, as BullMQ reads
///   them.
/// - `failure` is a text like `error`: what kind of failure it is (bull/fingerprint.h). Jobs that
///   tell nothing of it have none, such as those without a `failedReason`.
/// - `[*]`: any element; of equal keys any. Text without a field: `:` of id, name, error or data.
/// - In broken JSON (json/scanner.h judges) conditions on paths are false; the whole value is then a text.
/// - What is hidden from a person counts as missing and is left out of its container; broken JSON that might
///   hide something matches nothing.

/// Whether the values under a key are hidden from this person (their names are in policy).
using Hides = std::function<bool(const QByteArray &key)>;

/// What a query wants of a job's hash.
struct Needs {
  std::vector<QByteArray> fields; ///< hash fields, for HMGET; `data` stands first when it is wanted
  bool data = false;              ///< fields[0] is `data`
  bool size = false;              ///< HSTRLEN data, where data itself is not fetched
};

/// A job before the matcher. Views live until the call returns.
struct Candidate {
  QByteArrayView id;
  JobState state = JobState::Unknown;
  QByteArrayView score; ///< in its sorted set, as text; empty in a list
  std::span<const QByteArrayView>
      fields;       ///< in the order of Needs::fields; null view (data() == nullptr) = missing
  qint64 size = -1; ///< of data, when Needs::size was true
};

/// The bounds of a state's sorted set outside of which no job can match; text as ZRANGEBYSCORE takes it.
struct ScoreBounds {
  QByteArray min = "-inf", max = "+inf";
  bool operator==(const ScoreBounds &) const = default;
};

/// A query made ready for many jobs. Not thread-safe: one a lane.
class Matcher {
public:
  explicit Matcher(Query query, Hides hides = {});
  ~Matcher();
  Matcher(Matcher &&) noexcept;
  Matcher &operator=(Matcher &&) noexcept;

  const Query &query() const;
  const Needs &needs() const;
  /// False only where no job of this state can match.
  bool mayMatch(JobState state) const;
  ScoreBounds scoreBounds(JobState state) const;
  /// A test on the raw bytes of `data` that every matching job passes.
  const Prefilter &prefilter() const;
  bool matches(const Candidate &job);
  /// Once `stop` is asked for, matches() comes back within some ms, whatever a regular expression would take,
  /// and what it says means nothing.
  void setStop(const std::stop_token &stop);
  /// How often a regular expression was given up because it would have taken too long: no match each time,
  /// and after some times none in the whole job.
  qint64 limitHits() const;
  /// A named path whose value is hidden from this person, when there is one: such a query must be refused.
  std::optional<Path> hiddenPath() const;

private:
  struct State;
  std::unique_ptr<State> m;
};

/// Whether a path leads to, or into, a value that is hidden.
bool isHidden(const Path &path, const Hides &hides);

} // namespace oxp::search
