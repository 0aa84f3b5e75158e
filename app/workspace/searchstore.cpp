// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/searchstore.h"

#include "workspace/masks.h"
#include "workspace/settings.h"

#include <algorithm>

namespace oxp {
namespace {

/// To the front, once.
QStringList withFirst(QStringList list, const QString &text, qsizetype most) {
  list.removeAll(text);
  list.prepend(text);
  return list.first(std::min(most, list.size()));
}

} // namespace

SearchStore::SearchStore(Settings &settings, policy::SharedRules rules, const QString &profileId)
    : m_settings(settings)
    , m_rules(std::move(rules))
    , m_profileId(profileId) {}

QString SearchStore::key(const char *what) const {
  return QStringLiteral("searches/%1/%2").arg(m_profileId, QLatin1StringView(what));
}

bool SearchStore::mayBeWritten(const search::Query &query) const {
  const search::Hides isSensitive = masks::sensitive(m_rules);
  const std::vector<search::Path> paths = query.namedPaths();
  return std::none_of(paths.begin(), paths.end(),
                      [&](const search::Path &path) { return search::isHidden(path, isSensitive); });
}

QStringList SearchStore::saved() const {
  return m_settings.store().value(key("saved")).toStringList();
}

QStringList SearchStore::history() const {
  return m_settings.store().value(key("history")).toStringList();
}

bool SearchStore::save(const search::Query &query) {
  if (!mayBeWritten(query))
    return false;
  m_settings.store().setValue(key("saved"), withFirst(saved(), query.text.trimmed(), MostSaved));
  return true;
}

void SearchStore::forget(const QString &text) {
  QStringList rest = saved();
  rest.removeAll(text);
  m_settings.store().setValue(key("saved"), rest);
}

void SearchStore::note(const search::Query &query) {
  if (mayBeWritten(query))
    m_settings.store().setValue(key("history"), withFirst(history(), query.text.trimmed(), HistoryLength));
}

void SearchStore::forgetAll() {
  m_settings.store().remove(QStringLiteral("searches/") + m_profileId);
}

void SearchStore::clearHistory() {
  m_settings.store().remove(key("history"));
}

bool SearchStore::isOnServer() const {
  return m_settings.store().value(key("onServer")).toBool();
}

void SearchStore::setOnServer(bool on) {
  m_settings.store().setValue(key("onServer"), on);
}

} // namespace oxp
