// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/quickreader.h"

#include "search/numbers.h"

#include <simdjson.h>

#include <cstring>
#include <vector>

namespace oxp::search {

namespace {

namespace od = simdjson::ondemand;
using Verdict = QuickReader::Verdict;

/// Texts beyond it are left to the plain evaluation: simdjson wants five bytes for each of theirs, and keeps
/// them.
constexpr qsizetype LargestText = 4'194'304;

QByteArrayView trimmed(std::string_view token) {
  size_t size = token.size();
  while (size > 0 && (token[size - 1] == ' ' || token[size - 1] == '\n' || token[size - 1] == '\r' ||
                      token[size - 1] == '\t'))
    --size;
  return {token.data(), qsizetype(size)};
}

Verdict verdict(bool holds) {
  return holds ? Verdict::Yes : Verdict::No;
}

/// Follows one condition's path down the document.
class Descent {
public:
  explicit Descent(const Leaf &leaf)
      : m_leaf(leaf) {}

  Verdict at(od::value value, size_t depth);

private:
  Verdict inObject(od::value &value, size_t depth);
  Verdict inArray(od::value &value, size_t depth);
  Verdict atEnd(od::value &value, od::json_type type);
  Verdict literal(od::value &value, Scalar::Kind kind);
  /// Nothing when the key cannot be read.
  std::optional<bool> isKey(od::field &field, const QByteArray &key);

  const Leaf &m_leaf;
};

Verdict Descent::at(od::value value, size_t depth) {
  od::json_type type;
  if (value.type().get(type) != simdjson::SUCCESS)
    return Verdict::Unsure;
  if (depth == m_leaf.path().steps.size())
    return atEnd(value, type);
  const bool byKey = m_leaf.path().steps[depth].kind == Step::Kind::Key;
  if (type == od::json_type::object && byKey)
    return inObject(value, depth);
  if (type == od::json_type::array && !byKey)
    return inArray(value, depth);
  return Verdict::No;
}

/// All members, for a key may stand twice.
Verdict Descent::inObject(od::value &value, size_t depth) {
  od::object object;
  if (value.get_object().get(object) != simdjson::SUCCESS)
    return Verdict::Unsure;
  const QByteArray &key = m_leaf.path().steps[depth].key;
  for (auto member : object) {
    od::field field;
    if (std::move(member).get(field) != simdjson::SUCCESS)
      return Verdict::Unsure;
    const std::optional<bool> same = isKey(field, key);
    if (!same)
      return Verdict::Unsure;
    if (!*same)
      continue;
    const Verdict below = at(field.value(), depth + 1);
    if (below != Verdict::No)
      return below;
  }
  return Verdict::No;
}

Verdict Descent::inArray(od::value &value, size_t depth) {
  od::array array;
  if (value.get_array().get(array) != simdjson::SUCCESS)
    return Verdict::Unsure;
  const Step &step = m_leaf.path().steps[depth];
  qint64 index = 0;
  for (auto element : array) {
    od::value child;
    if (element.get(child) != simdjson::SUCCESS)
      return Verdict::Unsure;
    const bool wanted = step.kind == Step::Kind::AnyIndex || index == step.index;
    ++index;
    if (!wanted)
      continue;
    const Verdict below = at(child, depth + 1);
    if (below != Verdict::No)
      return below;
  }
  return Verdict::No;
}

/// The key's bytes stand in the padded buffer up to its closing quote; only escapes need more than a look.
std::optional<bool> Descent::isKey(od::field &field, const QByteArray &key) {
  const char *raw = field.key().raw();
  for (const char c : key) {
    if (*raw == '"')
      return false;
    if (*raw == '\\')
      break;
    if (*raw++ != c)
      return false;
  }
  if (*raw == '"')
    return true;
  if (*raw != '\\')
    return false;
  std::string_view plain;
  if (field.unescaped_key().get(plain) != simdjson::SUCCESS)
    return std::nullopt;
  return QByteArrayView(plain.data(), qsizetype(plain.size())) == QByteArrayView(key);
}

Verdict Descent::atEnd(od::value &value, od::json_type type) {
  if (m_leaf.asksExistence())
    return Verdict::Yes;
  switch (type) {
  case od::json_type::number: {
    const QByteArrayView token = trimmed(value.raw_json_token());
    return isJsonNumber(token) ? verdict(m_leaf.holds({Scalar::Kind::Number, token})) : Verdict::Unsure;
  }
  case od::json_type::string: {
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS)
      return Verdict::Unsure;
    return verdict(m_leaf.holds({Scalar::Kind::String, {text.data(), qsizetype(text.size())}}));
  }
  case od::json_type::boolean:
    return literal(value, Scalar::Kind::Boolean);
  case od::json_type::null:
    return literal(value, Scalar::Kind::Null);
  default:
    return Verdict::Unsure;
  }
}

Verdict Descent::literal(od::value &value, Scalar::Kind kind) {
  const QByteArrayView token = trimmed(value.raw_json_token());
  const bool known = kind == Scalar::Kind::Null ? token == "null" : token == "true" || token == "false";
  return known ? verdict(m_leaf.holds({kind, token})) : Verdict::Unsure;
}

} // namespace

struct QuickReader::State {
  bool open();

  od::parser parser;
  std::vector<char> buffer;
  od::document document;
  QByteArrayView text;
  bool opened = false;
  bool usable = false;
};

/// simdjson reads past the end, so the text is copied to where it may.
bool QuickReader::State::open() {
  if (opened) {
    document.rewind();
    return usable;
  }
  opened = true;
  const size_t size = size_t(text.size());
  const size_t wanted = size + simdjson::SIMDJSON_PADDING;
  if (buffer.size() < wanted)
    buffer.resize(qMax(wanted, size_t(64 * 1024)));
  std::memcpy(buffer.data(), text.data(), size);
  std::memset(buffer.data() + size, 0, simdjson::SIMDJSON_PADDING);
  usable = parser.iterate(buffer.data(), size, buffer.size()).get(document) == simdjson::SUCCESS;
  return usable;
}

QuickReader::QuickReader()
    : m(std::make_unique<State>()) {}
QuickReader::~QuickReader() = default;
QuickReader::QuickReader(QuickReader &&) noexcept = default;
QuickReader &QuickReader::operator=(QuickReader &&) noexcept = default;

void QuickReader::take(QByteArrayView text) {
  m->text = text;
  m->opened = false;
}

QuickReader::Verdict QuickReader::holds(const Leaf &leaf) {
  if (m->text.isEmpty() || m->text.size() > LargestText || !m->open())
    return Verdict::Unsure;
  od::value root;
  if (m->document.get_value().get(root) != simdjson::SUCCESS)
    return Verdict::Unsure;
  return Descent(leaf).at(root, 0);
}

} // namespace oxp::search
