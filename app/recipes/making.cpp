// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/making.h"

#include "recipes/placeholders.h"
#include "json/fields.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace oxp::recipes {

tl::expected<std::vector<edits::Change>, Unanswered> changesFor(const Recipe &recipe, const Answers &answers,
                                                                const QDateTime &now, const QString &me) {
  Values values{{u"now"_s, json::escape(now.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss'Z'"_s))},
                {u"me"_s, json::escape(me)}};
  for (size_t i = 0; i < recipe.questions.size(); ++i) {
    const Question &question = recipe.questions[i];
    const QString answer = answers.value(question.name);
    if (const auto fault = faultIn(question, answer))
      return tl::unexpected(Unanswered{int(i), *fault});
    if (isAnswered(answer))
      values.insert(question.name, jsonOf(question, answer));
  }
  const QStringList known = knownNames(recipe.questions);
  std::vector<edits::Change> changes;
  for (const edits::Change &change : recipe.changes) {
    const QStringList names = namesIn(change, known);
    const bool left =
        std::any_of(names.begin(), names.end(), [&](const QString &name) { return !values.contains(name); });
    if (auto made = left ? std::nullopt : filled(change, values))
      changes.push_back(std::move(*made));
  }
  return changes;
}

} // namespace oxp::recipes
