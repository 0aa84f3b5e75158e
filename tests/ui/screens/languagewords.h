// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace oxp::test {

/// The words of a language, installed as the program installs them, for as long as this lives.
class LanguageWords {
public:
  explicit LanguageWords(const QString &language) {
    if (m_qt.load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
      QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/i18n/oxpecker_") + language))
      QCoreApplication::installTranslator(&m_own);
  }

  bool isThere() const { return !m_own.isEmpty(); }

private:
  QTranslator m_qt, m_own;
};

} // namespace oxp::test
