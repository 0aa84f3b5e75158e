// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/codec.h"

#include "edits/places.h"
#include "json/fields.h"
#include "json/pointer.h"

#include <algorithm>
#include <array>

namespace oxp::edits {
namespace {

using Kind = Change::Kind;
using json::NoToken;
using json::TokenKind;

/// Which members a kind of change has beside its path.
struct Shape {
  Kind kind;
  const char *word;
  bool value = false, to = false, target = false, texts = false;
};
constexpr std::array Shapes = {
    Shape{.kind = Kind::Set, .word = "set", .value = true},
    Shape{.kind = Kind::SetIfAbsent, .word = "setIfAbsent", .value = true},
    Shape{.kind = Kind::Remove, .word = "remove"},
    Shape{.kind = Kind::Rename, .word = "rename", .to = true},
    Shape{.kind = Kind::Move, .word = "move", .target = true},
    Shape{.kind = Kind::Increment, .word = "increment", .value = true},
    Shape{.kind = Kind::ReplaceText, .word = "replaceText", .texts = true},
    Shape{.kind = Kind::Patch, .word = "patch", .value = true},
    Shape{.kind = Kind::MergePatch, .word = "mergePatch", .value = true},
};

const Shape &shapeOf(Kind kind) {
  return *std::find_if(Shapes.begin(), Shapes.end(),
                       [kind](const Shape &shape) { return shape.kind == kind; });
}

QByteArray toJson(const Change &change) {
  const Shape &shape = shapeOf(change.kind);
  QByteArray out =
      "{\"change\":\"" + QByteArray(shape.word) + "\",\"path\":" + json::escape(spelled(change.path));
  if (shape.value)
    out += ",\"value\":" + change.value;
  if (shape.to)
    out += ",\"to\":" + json::escapeUtf8(change.to);
  if (shape.target)
    out += ",\"to\":" + json::escape(spelled(change.target));
  if (shape.texts)
    out += ",\"find\":" + json::escape(change.find) + ",\"with\":" + json::escape(change.with) +
           ",\"regex\":" + (change.regex ? "true" : "false");
  return out + '}';
}

/// Reads the members of one change.
class Reader {
public:
  Reader(const QByteArray &text, const json::Scan &scan, quint32 object)
      : m_text(text)
      , m_scan(scan)
      , m_object(object) {}

  /// The change, or the member that is wrong.
  tl::expected<Change, QByteArray> read() const;

private:
  std::optional<QByteArray> raw(const char *name) const;
  std::optional<QByteArray> string(const char *name) const;
  std::optional<Path> path(const char *name) const;

  const QByteArray &m_text;
  const json::Scan &m_scan;
  quint32 m_object;
};

std::optional<QByteArray> Reader::raw(const char *name) const {
  const quint32 key = memberOf(m_text, m_scan, m_object, name);
  return key == NoToken ? std::nullopt
                        : std::optional(json::valueText(m_text, m_scan, key + 1).toByteArray());
}

std::optional<QByteArray> Reader::string(const char *name) const {
  const auto value = raw(name);
  return value && value->startsWith('"') ? std::optional(json::unescapeUtf8(*value)) : std::nullopt;
}

std::optional<Path> Reader::path(const char *name) const {
  const auto text = string(name);
  return text ? pathFrom(json::fromUtf8(*text)) : std::nullopt;
}

tl::expected<Change, QByteArray> Reader::read() const {
  const auto wrong = [](const char *member) { return tl::unexpected(QByteArray(member)); };
  const QByteArray word = string("change").value_or(QByteArray());
  const auto shape =
      std::find_if(Shapes.begin(), Shapes.end(), [&](const Shape &each) { return word == each.word; });
  if (shape == Shapes.end())
    return wrong("change");
  Change change;
  change.kind = shape->kind;
  const auto where = path("path"), target = path("to");
  const auto value = raw("value"), to = string("to"), find = string("find"), with = string("with");
  if (!where)
    return wrong("path");
  if (shape->value && !value)
    return wrong("value");
  if ((shape->to && !to) || (shape->target && !target))
    return wrong("to");
  if (shape->texts && (!find || find->isEmpty() || !with))
    return wrong(with ? "find" : "with");
  change.path = *where;
  change.value = shape->value ? *value : QByteArray();
  change.to = shape->to ? *to : QByteArray();
  change.target = shape->target ? *target : Path();
  if (shape->texts) {
    change.find = json::fromUtf8(*find);
    change.with = json::fromUtf8(*with);
    change.regex = raw("regex") == "true";
  }
  return change;
}

} // namespace

QByteArray toJson(const std::vector<Change> &changes) {
  QByteArrayList all;
  for (const Change &change : changes)
    all << toJson(change);
  return '[' + all.join(',') + ']';
}

tl::expected<std::vector<Change>, CodecFault> fromJson(const QByteArray &json) {
  const json::Scan scan = json::scan(json);
  if (!scan.valid() || scan.tokens.front().kind != TokenKind::ArrayBegin)
    return tl::unexpected(CodecFault{-1, {}});
  std::vector<Change> changes;
  for (const quint32 each : json::children(scan, 0)) {
    const int number = int(changes.size());
    if (scan.tokens[each].kind != TokenKind::ObjectBegin)
      return tl::unexpected(CodecFault{number, "change"});
    auto change = Reader(json, scan, each).read();
    if (!change)
      return tl::unexpected(CodecFault{number, change.error()});
    changes.push_back(std::move(*change));
  }
  return changes;
}

std::optional<Path> pathFrom(const QString &text) {
  if (text.isEmpty())
    return Path();
  const auto path = search::parsePath(QStringLiteral("data") +
                                      (text.startsWith(u'[') ? QString() : QStringLiteral(".")) + text);
  return path ? std::optional(path->steps) : std::nullopt;
}

} // namespace oxp::edits
