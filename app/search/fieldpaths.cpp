// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/fieldpaths.h"

#include "json/fields.h"
#include "json/scanner.h"

#include <algorithm>

namespace oxp::search {

namespace {

constexpr qsizetype ByteLimit = 65'536;
constexpr int DepthLimit = 8;
constexpr qsizetype LongestKey = 200; // bytes; nobody wants a longer one completed

SeenPath::Kind kindOf(json::TokenKind kind) {
  switch (kind) {
  case json::TokenKind::ObjectBegin:
    return SeenPath::Object;
  case json::TokenKind::ArrayBegin:
    return SeenPath::Array;
  case json::TokenKind::Number:
    return SeenPath::Number;
  case json::TokenKind::True:
  case json::TokenKind::False:
    return SeenPath::Boolean;
  case json::TokenKind::Null:
    return SeenPath::Null;
  default:
    return SeenPath::Text;
  }
}

using Kinds = std::map<QString, quint8>;

/// The path of every key and element, each level of arrays as one, with the kinds of what stands there.
class PathWalk {
public:
  PathWalk(Field root, QByteArrayView text)
      : m_text(text)
      , m_scan(json::scan(text)) {
    m_path.root = root;
  }

  Kinds run();

private:
  bool inArray(const json::Token &token) const {
    return token.parent != json::NoToken && m_scan.tokens[token.parent].kind == json::TokenKind::ArrayBegin;
  }

  /// The value's token is not there where the payload was cut off behind the key.
  void note(size_t value) {
    const auto &tokens = m_scan.tokens;
    m_found[m_path.toString()] |= value < tokens.size() ? quint8(kindOf(tokens[value].kind)) : quint8(0);
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
  Kinds m_found;
};

/// A payload that was cut off is walked as far as it goes: the tokens before an error are there.
Kinds PathWalk::run() {
  for (size_t i = 0; i < m_scan.tokens.size(); ++i) {
    const json::Token &token = m_scan.tokens[i];
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
      note(token.kind == json::TokenKind::Key ? i + 1 : i);
    if (token.opens())
      m_lengths.push_back(m_path.steps.size());
  }
  return std::move(m_found);
}

} // namespace

void FieldPaths::learn(Field root, QByteArrayView json) {
  ++m_payloads;
  for (const auto &[path, kinds] : PathWalk(root, json.first(qMin(json.size(), ByteLimit))).run()) {
    auto known = m_seen.find(path);
    if (known == m_seen.end() && size() < Limit)
      known = m_seen.emplace(path, SeenPath{path}).first;
    if (known == m_seen.end())
      continue;
    ++known->second.payloads;
    known->second.kinds |= kinds;
  }
}

QStringList FieldPaths::matching(QStringView text, int most) const {
  QStringList out;
  for (const SeenPath &seen : found(text, most))
    out.append(seen.path);
  return out;
}

std::vector<SeenPath> FieldPaths::found(QStringView text, int most) const {
  struct Hit {
    bool begins;
    const SeenPath *seen;
  };
  std::vector<Hit> hits;
  for (const auto &[path, seen] : m_seen) {
    if (path.contains(text, Qt::CaseInsensitive))
      hits.push_back({path.startsWith(text, Qt::CaseInsensitive), &seen});
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) {
    return a.begins != b.begins ? a.begins : a.seen->payloads > b.seen->payloads;
  });
  std::vector<SeenPath> out;
  for (const Hit &hit : hits) {
    if (out.size() == size_t(most))
      break;
    out.push_back(*hit.seen);
  }
  return out;
}

} // namespace oxp::search
