// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/draft.h"

#include "edits/codec.h"
#include "edits/places.h"
#include "search/values.h"
#include "json/fields.h"
#include "json/pointer.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace oxp::edits {
namespace {

using Code = DraftFault::Code;
using Field = DraftFault::Field;
using Kind = Change::Kind;
using StepKind = search::Step::Kind;
using json::TokenKind;

tl::unexpected<DraftFault> wrong(Field field, Code code, const QString &detail = {}) {
  return tl::unexpected(DraftFault{field, code, detail, {}});
}

bool beginsWithRoot(const QString &text, QStringView root) {
  return text == root || (text.startsWith(root) && (text[root.size()] == u'.' || text[root.size()] == u'['));
}

/// In a search, `opts` and `result` are not of the payload: who writes them here may mean the option.
tl::expected<Path, DraftFault> readPath(const QString &written, Field field) {
  const QString text = written.trimmed();
  if (text.isEmpty())
    return wrong(field, Code::Missing);
  for (const QStringView root : {u"opts", u"result"})
    if (beginsWithRoot(text, root))
      return wrong(field, Code::OtherRoot, u"data."_s + text);
  if (!beginsWithRoot(text, u"data")) {
    const auto path = pathFrom(text);
    return path ? tl::expected<Path, DraftFault>(*path) : wrong(field, Code::BadPath);
  }
  const auto path = search::parsePath(text);
  return path ? tl::expected<Path, DraftFault>(path->steps) : wrong(field, Code::BadPath);
}

bool looksLikeBrokenJson(const QString &text) {
  return text.startsWith(u'{') || text.startsWith(u'[') || text.startsWith(u'"');
}

tl::expected<QByteArray, DraftFault> readJson(const QString &written) {
  const QByteArray text = written.trimmed().toUtf8();
  if (text.isEmpty())
    return wrong(Field::Value, Code::Missing);
  const json::Scan scan = json::scan(text);
  if (!scan.valid())
    return tl::unexpected(DraftFault{Field::Value, Code::BadJson, {}, scan.error});
  return text;
}

/// JSON, or the text that bare words are.
tl::expected<QByteArray, DraftFault> readValue(const QString &written) {
  auto value = readJson(written);
  if (!value && value.error().code == Code::BadJson && !looksLikeBrokenJson(written.trimmed()))
    return json::escape(written.trimmed());
  return value;
}

tl::expected<QByteArray, DraftFault> readNumber(const QString &written) {
  auto value = readJson(written);
  if (!value && value.error().code == Code::Missing)
    return value;
  if (!value || json::scan(*value).tokens.front().kind != TokenKind::Number)
    return wrong(Field::Value, Code::NoNumber);
  return value;
}

/// A name is written as in a path, so that one with a dot stands in quotes and is never taken for a path.
tl::expected<QByteArray, DraftFault> readKey(const QString &written) {
  if (written.trimmed().isEmpty())
    return wrong(Field::Value, Code::Missing);
  const auto path = pathFrom(written.trimmed());
  if (!path || path->size() != 1 || path->front().kind != StepKind::Key)
    return wrong(Field::Value, Code::NotOneKey);
  return path->front().key;
}

bool isOperation(const QByteArray &text, const json::Scan &scan, quint32 object) {
  static constexpr std::array Words{"add", "remove", "replace", "move", "copy", "test"};
  const auto string = [&](const char *name) -> std::optional<QByteArray> {
    const quint32 key = memberOf(text, scan, object, name);
    if (key == json::NoToken || scan.tokens[key + 1].kind != TokenKind::String)
      return std::nullopt;
    return json::unescapeUtf8(json::tokenText(text, scan.tokens[key + 1]));
  };
  const auto isPointer = [](const std::optional<QByteArray> &pointer) {
    return pointer && (pointer->isEmpty() || pointer->startsWith('/'));
  };
  const QByteArray word = string("op").value_or(QByteArray());
  if (std::none_of(Words.begin(), Words.end(), [&](const char *each) { return word == each; }))
    return false;
  const bool needsValue = word == "add" || word == "replace" || word == "test";
  const bool needsFrom = word == "move" || word == "copy";
  return isPointer(string("path")) && (!needsFrom || isPointer(string("from"))) &&
         (!needsValue || memberOf(text, scan, object, "value") != json::NoToken);
}

tl::expected<QByteArray, DraftFault> readPatch(const QString &written) {
  auto value = readJson(written);
  if (!value)
    return value;
  const json::Scan scan = json::scan(*value);
  const bool isList = scan.tokens.front().kind == TokenKind::ArrayBegin;
  const std::vector<quint32> operations = isList ? json::children(scan, 0) : std::vector<quint32>();
  const bool good = std::all_of(operations.begin(), operations.end(), [&](quint32 each) {
    return scan.tokens[each].kind == TokenKind::ObjectBegin && isOperation(*value, scan, each);
  });
  return good && !operations.empty() ? value : wrong(Field::Value, Code::NoPatch);
}

/// The first group that a replacement names and the expression has not.
std::optional<QString> missingGroup(const QString &with, int groups) {
  for (qsizetype i = 0; i + 1 < with.size(); ++i) {
    if (with[i] != u'\\')
      continue;
    ++i; // of two backslashes the second begins nothing
    if (with[i] >= u'1' && with[i] <= u'9' && with[i].digitValue() > groups)
      return with.sliced(i - 1, 2);
  }
  return std::nullopt;
}

std::optional<DraftFault> faultOfTexts(const Draft &draft) {
  if (draft.value.isEmpty())
    return DraftFault{Field::Value, Code::Missing};
  if (!draft.regex)
    return std::nullopt;
  const QRegularExpression regex = search::limitedRegex(draft.value.toUtf8());
  if (!regex.isValid())
    return DraftFault{Field::Value, Code::BadRegex, regex.errorString()};
  if (const auto group = missingGroup(draft.with, regex.captureCount()))
    return DraftFault{Field::With, Code::NoGroup, *group};
  return std::nullopt;
}

std::optional<DraftFault> faultOfPath(Kind kind, const Path &path) {
  const bool takesWhole = kind != Kind::Remove && kind != Kind::Rename && kind != Kind::Move;
  if (path.empty() && !takesWhole)
    return DraftFault{Field::Path, Code::WholePayload};
  if (kind == Kind::Rename && path.back().kind != StepKind::Key)
    return DraftFault{Field::Path, Code::NoKey};
  if (kind == Kind::Move && leadsToMany(path))
    return DraftFault{Field::Path, Code::ManyPlaces};
  return std::nullopt;
}

tl::expected<Path, DraftFault> readTarget(const QString &written, const Path &path) {
  auto target = readPath(written, Field::Value);
  if (!target)
    return target;
  if (target->empty())
    return wrong(Field::Value, Code::WholePayload);
  if (leadsToMany(*target))
    return wrong(Field::Value, Code::ManyPlaces);
  if (target->size() >= path.size() && std::equal(path.begin(), path.end(), target->begin()))
    return wrong(Field::Value, Code::IntoItself);
  return target;
}

/// What a kind of change has beside its path.
tl::expected<void, DraftFault> readRest(const Draft &draft, Change &change) {
  const auto take = [](auto read, auto &place) -> tl::expected<void, DraftFault> {
    if (!read)
      return tl::unexpected(read.error());
    place = std::move(*read);
    return {};
  };
  switch (draft.kind) {
  case Kind::Set:
  case Kind::SetIfAbsent:
    return take(readValue(draft.value), change.value);
  case Kind::Remove:
    return {};
  case Kind::Rename:
    return take(readKey(draft.value), change.to);
  case Kind::Move:
    return take(readTarget(draft.value, change.path), change.target);
  case Kind::Increment:
    return take(readNumber(draft.value), change.value);
  case Kind::ReplaceText:
    if (const auto fault = faultOfTexts(draft))
      return tl::unexpected(*fault);
    change.find = draft.value;
    change.with = draft.with;
    change.regex = draft.regex;
    return {};
  case Kind::Patch:
    return take(readPatch(draft.value), change.value);
  case Kind::MergePatch:
    return take(readJson(draft.value), change.value);
  }
  return {};
}

QString written(const Path &path) {
  return search::Path{search::Field::Data, path}.toString();
}

} // namespace

tl::expected<Change, DraftFault> changeOf(const Draft &draft) {
  auto path = readPath(draft.path, Field::Path);
  if (!path)
    return tl::unexpected(path.error());
  if (const auto fault = faultOfPath(draft.kind, *path))
    return tl::unexpected(*fault);
  Change change{.kind = draft.kind, .path = std::move(*path)};
  if (const auto rest = readRest(draft, change); !rest)
    return tl::unexpected(rest.error());
  return change;
}

Draft draftOf(const Change &change) {
  Draft draft{.kind = change.kind, .path = written(change.path), .value = json::fromUtf8(change.value)};
  if (change.kind == Kind::Rename)
    draft.value = spelled({{StepKind::Key, change.to, 0}});
  if (change.kind == Kind::Move)
    draft.value = written(change.target);
  if (change.kind == Kind::ReplaceText) {
    draft.value = change.find;
    draft.with = change.with;
    draft.regex = change.regex;
  }
  return draft;
}

Reading readingOf(const QString &value) {
  static const QRegularExpression number(
      uR"(^[+-]?(\d[\d_,' ]*\.?\d*|\.\d+)([eE][+-]?\d*)?$|^[+-]?0[xXoObB][\da-fA-F]+$|^[+-]?(NaN|Infinity)$)"_s);
  static const QRegularExpression literal(u"^(true|false|null|none|nil|undefined)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
  const QString text = value.trimmed();
  if (text.isEmpty() || looksLikeBrokenJson(text) || json::scan(text.toUtf8()).valid())
    return Reading::Json;
  if (number.match(text).hasMatch())
    return Reading::NoNumber;
  return literal.match(text).hasMatch() ? Reading::NoLiteral : Reading::Text;
}

} // namespace oxp::edits
