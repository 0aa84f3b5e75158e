// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/rules.h"
#include "search/query.h"

#include <QString>
#include <QStringList>

namespace oxp {

class Settings;

/// A profile's saved searches and the last ones that were asked. A query that names a sensitive field is
/// never written down: what is compared there may be a secret.
class SearchStore {
public:
  static constexpr qsizetype HistoryLength = 30;
  static constexpr qsizetype MostSaved = 200;

  SearchStore(Settings &settings, policy::SharedRules rules, const QString &profileId);

  QStringList saved() const;
  QStringList history() const; ///< the latest first
  /// False when it names a sensitive field.
  bool save(const search::Query &query);
  void forget(const QString &text);
  void note(const search::Query &query);
  void clearHistory();
  /// Whether the server sorts out what cannot match: what is best depends on how far away it is.
  bool isOnServer() const;
  void setOnServer(bool on);
  /// All of them, with the profile.
  void forgetAll();

private:
  QString key(const char *what) const;
  bool mayBeWritten(const search::Query &query) const;

  Settings &m_settings;
  policy::SharedRules m_rules;
  QString m_profileId;
};

} // namespace oxp
