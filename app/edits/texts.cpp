// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/texts.h"

#include "json/fields.h"
#include "json/pointer.h"

#include <algorithm>
#include <map>

namespace oxp::edits {

Text::Text(QByteArray bytes)
    : m_bytes(std::move(bytes))
    , m_scan(json::scan(m_bytes)) {}

json::Splice Text::replaceValue(quint32 value, const QByteArray &by) const {
  return {beginOf(value), endOf(value) - beginOf(value), by};
}

json::Splice Text::replaceKey(quint32 key, const QByteArray &name) const {
  const json::Token &token = m_scan.tokens[key];
  return {token.offset, token.length, json::escapeUtf8(name)};
}

json::Splice Text::addMember(quint32 object, const QByteArray &name, const QByteArray &value) const {
  const std::vector<quint32> members = json::children(m_scan, object);
  const QByteArray member = json::escapeUtf8(name) + ':' + value;
  return members.empty() ? json::Splice{m_scan.tokens[object].end(), 0, member}
                         : json::Splice{endOf(members.back()), 0, ',' + member};
}

json::Splice Text::addElement(quint32 array, qint64 index, const QByteArray &value) const {
  const std::vector<quint32> elements = json::children(m_scan, array);
  if (elements.empty())
    return {m_scan.tokens[array].end(), 0, value};
  if (index < qint64(elements.size()))
    return {beginOf(elements[size_t(index)]), 0, value + ','};
  return {endOf(elements.back()), 0, ',' + value};
}

std::vector<json::Splice> Text::remove(const std::vector<Place> &places) const {
  std::map<quint32, std::vector<quint32>> byContainer;
  for (const Place &place : places)
    byContainer[place.container].push_back(place.key == json::NoToken ? place.value : place.key);
  std::vector<json::Splice> splices;
  for (const auto &[container, gone] : byContainer) {
    const auto cuts = removeFrom(container, gone);
    splices.insert(splices.end(), cuts.begin(), cuts.end());
  }
  return splices;
}

/// Run after run of neighbours: behind what stays the comma before them goes, at the start the one after.
std::vector<json::Splice> Text::removeFrom(quint32 container, const std::vector<quint32> &gone) const {
  const std::vector<quint32> all = json::children(m_scan, container);
  const auto goes = [&](size_t i) { return std::binary_search(gone.begin(), gone.end(), all[i]); };
  std::vector<json::Splice> cuts;
  for (size_t first = 0; first < all.size(); ++first) {
    if (!goes(first))
      continue;
    size_t last = first;
    while (last + 1 < all.size() && goes(last + 1))
      ++last;
    if (first > 0)
      cuts.push_back(cut(endOf(all[first - 1]), endOf(all[last])));
    else
      cuts.push_back(cut(beginOf(all[0]), last + 1 < all.size() ? beginOf(all[last + 1]) : endOf(all[last])));
    first = last;
  }
  return cuts;
}

void Text::apply(const std::vector<json::Splice> &splices) {
  if (splices.empty())
    return;
  std::vector<json::Splice> ordered = splices;
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const json::Splice &a, const json::Splice &b) { return a.offset < b.offset; });
  m_bytes = json::apply(m_bytes, ordered);
  m_scan = json::scan(m_bytes);
}

} // namespace oxp::edits
