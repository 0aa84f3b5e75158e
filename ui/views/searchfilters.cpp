// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a search narrows, as filters that can be taken away one by one.
#include "ui/views/searchcontrol.h"

#include "models/format.h"
#include "models/jobcolumns.h"
#include "ui/widgets/searchbox.h"

#include <QLocale>

namespace oxp {
namespace {

/// The state that a term wants jobs to be in, if that is all it says.
std::optional<JobState> wantedState(const search::Term &term) {
  const QByteArray word = term.equals(search::Field::State);
  const JobState state = stateFromWord(word);
  return word.isEmpty() || state == JobState::Unknown ? std::nullopt : std::optional(state);
}

Filter stateFilter(JobState state) {
  return {QLocale().toLower(stateTitle(state)), state, false};
}

} // namespace

/// The state whose list is searched, unless a term says the same.
std::optional<JobState> SearchControl::scopeFilter() const {
  const std::optional<JobState> state = m_where == Where::State ? stateOf(m_tab) : std::nullopt;
  if (!m_query || !state)
    return {};
  for (const search::Term &term : search::topTerms(*m_query))
    if (wantedState(term) == state)
      return {};
  return state;
}

Filter SearchControl::filterOf(const search::Term &term) const {
  if (const std::optional<JobState> state = wantedState(term))
    return stateFilter(*state);
  const QByteArray failure = term.equals(search::Field::Failure);
  if (failure.isEmpty())
    return {format::safeText(term.text.toUtf8()), {}, true};
  const QString words = m_failureWords ? m_failureWords(failure) : QString();
  return {words.isEmpty() ? tr("a group of failures") : words, {}, false};
}

std::vector<Filter> SearchControl::filters() const {
  std::vector<Filter> filters;
  if (!m_query)
    return filters;
  if (const std::optional<JobState> state = scopeFilter())
    filters.push_back(stateFilter(*state));
  for (const search::Term &term : search::topTerms(*m_query))
    filters.push_back(filterOf(term));
  return filters;
}

void SearchControl::removeFilter(int index) {
  if (!m_query || index < 0)
    return;
  const bool scoped = scopeFilter().has_value();
  if (scoped && index == 0)
    return setWhere(Where::Queue);
  m_box->setText(search::withoutTerm(*m_query, size_t(index - (scoped ? 1 : 0))));
  if (isEmpty())
    read();
  else
    askNow(true);
}

} // namespace oxp
