// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/fieldpaths.h"

#include "json/fields.h"
#include "json/scanner.h"

#include <algorithm>
#include <set>

namespace oxp::search {

namespace {

constexpr qsizetype ByteLimit = 65'536;
constexpr int DepthLimit = 8;
constexpr qsizetype LongestKey = 200; // bytes; nobody wants a longer one completed

/// Calls `visit` with the path of every key and element, each level of arrays as one.
class PathWalk {
public:
  PathWalk(Field root, QByteArrayView text)
      : m_text(text)
      , m_scan(json::scan(text)) {
    m_path.root = root;
  }

  std::set<QString> run();

private:
  bool inArray(const json::Token &token) const {
    return token.parent != json::NoToken && m_scan.tokens[token.parent].kind == json::TokenKind::ArrayBegin;
  }

  bool isShort() const {
    return m_path.steps.size() <= DepthLimit &&
           std::all_of(m_path.steps.begin(), m_path.steps.end(),
                       [](const Step &step) { return step.key.size() <= LongestKey; });
  }

  QByteArrayView m_text;
  json::Scan m_scan;
  Path m_path;
  std::vector<size_t> m_lengths; ///< of the path at each open container
  std::set<QString> m_found;
};

/// A payload that was cut off is walked as far as it goes: the tokens before an error are there.
std::set<QString> PathWalk::run() {
  for (const json::Token &token : m_scan.tokens) {
    if (token.closes()) {
      m_lengths.pop_back();
      continue;
    }
    // Whatever a sibling has left behind goes.
    if (!m_lengths.empty() && (token.kind == json::TokenKind::Key || inArray(token)))
      m_path.steps.resize(m_lengths.back());
    if (token.kind == json::TokenKind::Key)
      m_path.steps.push_back({Step::Kind::Key, json::unescapeUtf8(json::tokenText(m_text, token)), 0});
    else if (inArray(token))
      m_path.steps.push_back({Step::Kind::AnyIndex, {}, 0});
    const bool names = token.kind == json::TokenKind::Key || inArray(token);
    if (names && isShort())
      m_found.insert(m_path.toString());
    if (token.opens())
      m_lengths.push_back(m_path.steps.size());
  }
  return std::move(m_found);
}

} // namespace

void FieldPaths::learn(Field root, QByteArrayView json) {
  for (const QString &path : PathWalk(root, json.first(qMin(json.size(), ByteLimit))).run()) {
    const auto known = m_seen.find(path);
    if (known != m_seen.end())
      ++known->second;
    else if (size() < Limit)
      m_seen.emplace(path, 1);
  }
}

QStringList FieldPaths::matching(QStringView text, int most) const {
  struct Hit {
    bool begins;
    int count;
    QString path;
  };
  std::vector<Hit> hits;
  for (const auto &[path, count] : m_seen) {
    if (path.contains(text, Qt::CaseInsensitive))
      hits.push_back({path.startsWith(text, Qt::CaseInsensitive), count, path});
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) {
    return a.begins != b.begins ? a.begins : a.count > b.count;
  });
  QStringList out;
  for (const Hit &hit : hits) {
    if (out.size() == most)
      break;
    out.append(hit.path);
  }
  return out;
}

} // namespace oxp::search
