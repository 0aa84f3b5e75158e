// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/matcher.h"

#include "bull/fieldtext.h"
#include "bull/fingerprint.h"
#include "search/document.h"
#include "search/numbers.h"
#include "search/plan.h"
#include "search/quickreader.h"
#include "search/values.h"
#include "json/decimal.h"

#include <algorithm>

namespace oxp::search {

struct Matcher::State {
  State(Query asked, Hides hiding);

  bool holds(const PlanNode &node);
  bool leafHolds(const Leaf &leaf);
  bool idHolds(const Leaf &leaf) const;
  bool textHolds(const Leaf &leaf, QByteArrayView text) const;
  bool failureHolds(const Leaf &leaf);
  bool numberHolds(const Leaf &leaf, QByteArrayView text) const;
  bool timeHolds(const Leaf &leaf, QByteArrayView text) const;
  bool sizeHolds(const Leaf &leaf) const;
  bool dueHolds(const Leaf &leaf) const;
  bool progressHolds(const Leaf &leaf);
  bool anywhereHolds(const Leaf &leaf);
  bool jsonHolds(const Leaf &leaf, Document &document);
  bool dataHolds(const Leaf &leaf);

  QByteArrayView field(const char *name) const;
  void take(const Candidate &candidate);
  void drop();

  Query query;
  Hides hides;
  Plan plan;
  Needs needs;
  Prefilter prefilter;
  const Candidate *job = nullptr;
  Document data, opts, result;
  QuickReader quick;                 ///< of data
  std::optional<QByteArray> failure; ///< once it was asked for
};

namespace {

const char *hashField(Field field) {
  switch (field) {
  case Field::Created:
    return "timestamp";
  case Field::Processed:
    return "processedOn";
  default:
    return "finishedOn";
  }
}

} // namespace

Matcher::State::State(Query asked, Hides hiding)
    : query(std::move(asked))
    , hides(std::move(hiding))
    , plan(planOf(query.root))
    , needs(needsOf(plan))
    , prefilter(dataPrefilter(plan)) {}

QByteArrayView Matcher::State::field(const char *name) const {
  for (size_t i = 0; i < needs.fields.size() && i < job->fields.size(); ++i) {
    if (needs.fields[i] == name)
      return job->fields[i];
  }
  return {};
}

void Matcher::State::take(const Candidate &candidate) {
  job = &candidate;
  data = Document(field("data"));
  quick.take(data.text());
  opts = Document(field("opts"));
  result = Document(field("returnvalue"));
  failure.reset();
}

/// A giant's token table is not kept, and no view outlives the call.
void Matcher::State::drop() {
  job = nullptr;
  data = opts = result = Document();
  quick.take({});
}

bool Matcher::State::holds(const PlanNode &node) {
  const auto childHolds = [this](const PlanNode &child) { return holds(child); };
  switch (node.kind) {
  case PlanNode::Kind::All:
    return std::all_of(node.children.begin(), node.children.end(), childHolds);
  case PlanNode::Kind::Any:
    return std::any_of(node.children.begin(), node.children.end(), childHolds);
  case PlanNode::Kind::Leaf:
    break;
  }
  return leafHolds(plan.leaves[node.leaf]) != node.negated;
}

bool Matcher::State::leafHolds(const Leaf &leaf) {
  switch (leaf.field()) {
  case Field::Id:
    return idHolds(leaf);
  case Field::Name:
    return textHolds(leaf, field("name"));
  case Field::Error:
    return textHolds(leaf, field("failedReason"));
  case Field::Failure:
    return failureHolds(leaf);
  case Field::State:
    return holdsForState(leaf, job->state);
  case Field::Attempts: {
    const QByteArrayView made = field("attemptsMade");
    return numberHolds(leaf, made.data() != nullptr ? made : field("atm"));
  }
  case Field::Priority:
    return numberHolds(leaf, field("priority"));
  case Field::Progress:
    return progressHolds(leaf);
  case Field::Size:
    return sizeHolds(leaf);
  case Field::Created:
  case Field::Processed:
  case Field::Finished:
    return timeHolds(leaf, field(hashField(leaf.field())));
  case Field::Due:
    return dueHolds(leaf);
  case Field::Data:
    return dataHolds(leaf);
  case Field::Opts:
    return jsonHolds(leaf, opts);
  case Field::Result:
    return jsonHolds(leaf, result);
  case Field::Anywhere:
    return anywhereHolds(leaf);
  }
  return false;
}

bool Matcher::State::idHolds(const Leaf &leaf) const {
  const auto isDecimal = [](QByteArrayView text) {
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  const bool ordered = leaf.op() != Op::Equal && leaf.op() != Op::Contains && leaf.op() != Op::Matches;
  if (ordered && isDecimal(job->id) && isDecimal(leaf.value().text))
    return leaf.holdsForOrder(json::compareNumbers(job->id, leaf.value().text));
  return textHolds(leaf, job->id);
}

/// A text that is no JSON: nothing of it is a number.
bool Matcher::State::textHolds(const Leaf &leaf, QByteArrayView text) const {
  if (text.data() == nullptr)
    return false;
  switch (leaf.op()) {
  case Op::Equal:
  case Op::Contains:
  case Op::Matches:
    return leaf.holds({Scalar::Kind::String, text});
  default:
    return leaf.holdsForOrder(compareTexts(text, leaf.value().text));
  }
}

bool Matcher::State::failureHolds(const Leaf &leaf) {
  if (!failure)
    failure = failureId(fingerprint(field("failedReason"), field("stacktrace")));
  return !failure->isEmpty() && textHolds(leaf, *failure);
}

/// A field that is missing or no number is 0, as the job table shows it.
bool Matcher::State::numberHolds(const Leaf &leaf, QByteArrayView text) const {
  if (leaf.asksExistence())
    return text.data() != nullptr;
  if (isJsonNumber(text))
    return leaf.holds({Scalar::Kind::Number, text});
  const QByteArray number = QByteArray::number(fieldtext::number(text.toByteArray()));
  return leaf.holds({Scalar::Kind::Number, number});
}

bool Matcher::State::timeHolds(const Leaf &leaf, QByteArrayView text) const {
  const qint64 ms = fieldtext::number(text.toByteArray());
  if (ms == 0)
    return false;
  if (leaf.op() == Op::Matches)
    return leaf.matchesRegex(text);
  return leaf.asksExistence() || leaf.holdsForTime(ms);
}

bool Matcher::State::dueHolds(const Leaf &leaf) const {
  if (job->state != JobState::Delayed || job->score.isEmpty())
    return false;
  const QByteArray due = QByteArray::number(fieldtext::dueFromScore(job->score.toByteArray()));
  return timeHolds(leaf, due);
}

bool Matcher::State::sizeHolds(const Leaf &leaf) const {
  const QByteArray size = QByteArray::number(needs.data ? data.text().size() : qMax(qint64(0), job->size));
  return numberHolds(leaf, size);
}

/// JSON of any kind; BullMQ reads a missing one as 0. What is no JSON is a text.
bool Matcher::State::progressHolds(const Leaf &leaf) {
  const QByteArrayView text = field("progress");
  if (text.data() == nullptr)
    return !leaf.asksExistence() && leaf.holds({Scalar::Kind::Number, "0"});
  Document progress(text);
  return progress.isValid() ? progress.holds(leaf, hides) : textHolds(leaf, text);
}

bool Matcher::State::anywhereHolds(const Leaf &leaf) {
  return textHolds(leaf, job->id) || textHolds(leaf, field("name")) ||
         textHolds(leaf, field("failedReason")) || jsonHolds(leaf, data);
}

/// Data is the large one: simdjson says no quickly, and what it says yes to is looked at again.
bool Matcher::State::dataHolds(const Leaf &leaf) {
  if (data.isMissing() || !leaf.prefilter().passes(data.text()))
    return false;
  if (leaf.path().steps.empty() || data.isScanned() || isHidden(leaf.path(), hides))
    return jsonHolds(leaf, data);
  switch (quick.holds(leaf)) {
  case QuickReader::Verdict::No:
    return false;
  case QuickReader::Verdict::Yes:
    return data.isValid();
  case QuickReader::Verdict::Unsure:
    break;
  }
  return data.holds(leaf, hides);
}

bool Matcher::State::jsonHolds(const Leaf &leaf, Document &document) {
  if (document.isMissing() || !leaf.prefilter().passes(document.text()))
    return false;
  const bool inRaw = leaf.op() == Op::Contains && leaf.path().steps.empty() && !hides;
  if (inRaw && leaf.contains(document.text()))
    return true;
  return document.holds(leaf, hides);
}

Matcher::Matcher(Query query, Hides hides)
    : m(std::make_unique<State>(std::move(query), std::move(hides))) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher &&) noexcept = default;
Matcher &Matcher::operator=(Matcher &&) noexcept = default;

const Query &Matcher::query() const {
  return m->query;
}

const Needs &Matcher::needs() const {
  return m->needs;
}

bool Matcher::mayMatch(JobState state) const {
  return search::mayMatch(m->plan, state);
}

ScoreBounds Matcher::scoreBounds(JobState state) const {
  return search::scoreBounds(m->plan, state);
}

const Prefilter &Matcher::prefilter() const {
  return m->prefilter;
}

void Matcher::setStop(const std::stop_token &stop) {
  for (Leaf &leaf : m->plan.leaves)
    leaf.setStop(stop);
}

bool Matcher::matches(const Candidate &job) {
  for (Leaf &leaf : m->plan.leaves)
    leaf.beginJob();
  m->take(job);
  const bool holds = m->holds(m->plan.root);
  m->drop();
  return holds;
}

qint64 Matcher::limitHits() const {
  qint64 hits = 0;
  for (const Leaf &leaf : m->plan.leaves)
    hits += leaf.limitHits();
  return hits;
}

std::optional<Path> Matcher::hiddenPath() const {
  for (const Path &path : m->query.namedPaths()) {
    if (isHidden(path, m->hides))
      return path;
  }
  return std::nullopt;
}

bool isHidden(const Path &path, const Hides &hides) {
  return hides && std::any_of(path.steps.begin(), path.steps.end(), [&hides](const Step &step) {
           return step.kind == Step::Kind::Key && hides(step.key);
         });
}

} // namespace oxp::search
