// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/query.h"

#include "search/words.h"

#include <algorithm>

namespace oxp::search {

namespace {

struct FieldWord {
  Field field;
  const char16_t *word;
};

constexpr FieldWord FieldWords[] = {
    {Field::Id, u"id"},
    {Field::Name, u"name"},
    {Field::State, u"state"},
    {Field::Error, u"error"},
    {Field::Failure, u"failure"},
    {Field::Attempts, u"attempts"},
    {Field::Progress, u"progress"},
    {Field::Priority, u"priority"},
    {Field::Size, u"size"},
    {Field::Created, u"created"},
    {Field::Processed, u"processed"},
    {Field::Finished, u"finished"},
    {Field::Due, u"due"},
    {Field::Data, u"data"},
    {Field::Opts, u"opts"},
    {Field::Result, u"result"},
};

bool isPlainKey(const QString &key) {
  for (qsizetype i = 0; i < key.size(); ++i) {
    if (!words::isKeyCharacter(key, i))
      return false;
  }
  // A `!` at its end would make an operator of an `=` behind it.
  return !key.isEmpty() && !key.endsWith(u'!');
}

QString quotedKey(QString key) {
  key.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
  return u'"' + key + u'"';
}

template <typename Visit>
void forEachCondition(const Node &node, Visit visit) {
  if (node.kind == Node::Kind::Condition)
    visit(node.condition);
  for (const Node &child : node.children)
    forEachCondition(child, visit);
}

} // namespace

bool takesPath(Field field) {
  return field == Field::Data || field == Field::Opts || field == Field::Result;
}

QString fieldName(Field field) {
  for (const FieldWord &word : FieldWords) {
    if (word.field == field)
      return QString::fromUtf16(word.word);
  }
  return {};
}

std::optional<Field> fieldNamed(QStringView name) {
  for (const FieldWord &word : FieldWords) {
    if (name.compare(QStringView(word.word), Qt::CaseInsensitive) == 0)
      return word.field;
  }
  return std::nullopt;
}

QStringList fieldNames() {
  QStringList names;
  for (const FieldWord &word : FieldWords)
    names.append(QString::fromUtf16(word.word));
  return names;
}

QString Path::toString() const {
  QString out = fieldName(root);
  for (const Step &step : steps) {
    const QString key = QString::fromUtf8(step.key);
    if (step.kind == Step::Kind::AnyIndex)
      out += u"[*]";
    else if (step.kind == Step::Kind::Index)
      out += u'[' + QString::number(step.index) + u']';
    else
      out += u'.' + (isPlainKey(key) ? key : quotedKey(key));
  }
  return out;
}

std::vector<Path> Query::namedPaths() const {
  std::vector<Path> out;
  forEachCondition(root, [&out](const Condition &condition) {
    if (!condition.path.steps.empty() && std::find(out.begin(), out.end(), condition.path) == out.end())
      out.push_back(condition.path);
  });
  return out;
}

std::vector<Field> Query::namedFields() const {
  std::vector<Field> out;
  forEachCondition(root, [&out](const Condition &condition) {
    const Field field = condition.path.root;
    const bool plain = !takesPath(field) && field != Field::Anywhere;
    if (plain && std::find(out.begin(), out.end(), field) == out.end())
      out.push_back(field);
  });
  return out;
}

std::optional<Path> parsePath(QStringView text) {
  const words::PathWord word = words::pathAt(text, 0);
  const std::optional<Field> field = fieldNamed(word.name);
  if (!field || !takesPath(*field) || word.fault || word.end != text.size())
    return std::nullopt;
  return Path{*field, word.steps};
}

} // namespace oxp::search
