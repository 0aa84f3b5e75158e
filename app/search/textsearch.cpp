// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/textsearch.h"

#include <QChar>
#include <QList>
#include <QString>

#include <algorithm>
#include <cstring>

namespace oxp {

TextSearch::TextSearch(const QByteArray &what, bool matchCase) {
  if (matchCase && !what.isEmpty()) {
    m_characters.push_back({what}); // one long "character": memcmp does the rest
  } else {
    for (const uint character : QString::fromUtf8(what).toUcs4()) {
      Spellings spellings;
      for (const uint form : {character, uint(QChar::toLower(character)), uint(QChar::toUpper(character))}) {
        const char32_t one = form;
        const QByteArray bytes = QString::fromUcs4(&one, 1).toUtf8();
        if (std::find(spellings.begin(), spellings.end(), bytes) == spellings.end())
          spellings.push_back(bytes);
      }
      m_characters.push_back(std::move(spellings));
    }
  }
  if (m_characters.empty())
    return;
  for (const QByteArray &spelling : m_characters.front()) {
    if (std::find(m_leads.begin(), m_leads.end(), spelling.front()) == m_leads.end())
      m_leads.push_back(spelling.front());
  }
}

qsizetype TextSearch::lengthAt(QByteArrayView text, qsizetype at) const {
  const qsizetype begin = at;
  for (const Spellings &spellings : m_characters) {
    const auto fits = [&](const QByteArray &spelling) {
      return text.size() - at >= spelling.size() &&
             memcmp(text.data() + at, spelling.constData(), size_t(spelling.size())) == 0;
    };
    const auto found = std::find_if(spellings.begin(), spellings.end(), fits);
    if (found == spellings.end())
      return -1;
    at += found->size();
  }
  return at - begin;
}

TextSearch::Hit TextSearch::next(QByteArrayView text, qsizetype from) const {
  // A place for each lead byte; the nearest is looked at and moves on.
  std::vector<qsizetype> places;
  const auto seek = [text](char lead, qsizetype at) {
    const qsizetype found = at < text.size() ? text.indexOf(lead, at) : -1;
    return found < 0 ? text.size() : found;
  };
  for (const char lead : m_leads)
    places.push_back(seek(lead, std::max<qsizetype>(0, from)));
  while (!places.empty()) {
    const auto nearest = std::min_element(places.begin(), places.end());
    const qsizetype at = *nearest;
    if (at >= text.size())
      break;
    if (const qsizetype length = lengthAt(text, at); length > 0)
      return {at, length};
    *nearest = seek(m_leads[size_t(nearest - places.begin())], at + 1);
  }
  return {};
}

TextSearch::Hit TextSearch::previous(QByteArrayView text, qsizetype until) const {
  until = std::min(until, text.size());
  for (qsizetype at = until - 1; at >= 0; --at) {
    if (std::find(m_leads.begin(), m_leads.end(), text[at]) == m_leads.end())
      continue;
    const qsizetype length = lengthAt(text, at);
    if (length > 0 && at + length <= until)
      return {at, length};
  }
  return {};
}

} // namespace oxp
