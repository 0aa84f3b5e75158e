// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Random changes to random payloads, against a plain reference on trees: the values are equal, and the bytes
// of what was not touched are those of before.
#include "edits/apply.h"
#include "unit/json/randomjson.h"
#include "json/fields.h"
#include "json/pointer.h"

#include <QtTest>

using namespace oxp;
using edits::Change;
using Kind = Change::Kind;
using search::Step;

namespace {

constexpr quint32 Rounds = 3'000;

/// A place in the tree, and the path that leads there.
struct Spot {
  Node *parent = nullptr;
  size_t child = 0;
  std::vector<Step> path;
};

/// Walks down at random; keys that an object has twice are avoided, as the last of them counts.
Spot somewhere(Node &root, RandomJson &random) {
  Spot spot;
  Node *at = &root;
  while (at->kind != Node::Scalar && !at->children.empty() && (spot.path.empty() || random.chance(70))) {
    const auto child = size_t(random.below(int(at->children.size())));
    Step step;
    if (at->kind == Node::Object) {
      step.key = json::unescapeUtf8(at->children[child].key);
      for (size_t i = child + 1; i < at->children.size(); ++i)
        if (json::unescapeUtf8(at->children[i].key) == step.key)
          return {};
    } else {
      step.kind = Step::Kind::Index;
      step.index = qint64(child);
    }
    spot.parent = at;
    spot.child = child;
    spot.path.push_back(step);
    at = &at->at(child);
  }
  return spot;
}

QByteArray minified(const QByteArray &text) {
  QByteArray out;
  const json::Scan scan = json::scan(text);
  for (size_t i = 0; i < scan.tokens.size(); ++i) {
    const json::Token &token = scan.tokens[i];
    const bool afterKey = i > 0 && scan.tokens[i - 1].kind == json::TokenKind::Key;
    const bool first = i > 0 && scan.tokens[i - 1].opens();
    if (i > 0 && !afterKey && !first && !token.closes())
      out += ',';
    out += json::tokenText(text, token);
    if (token.kind == json::TokenKind::Key)
      out += ':';
  }
  return out;
}

} // namespace

class TstProperties : public QObject {
  Q_OBJECT

private slots:
  void setRemoveRename();
  void siblingsKeepTheirBytes();
};

void TstProperties::setRemoveRename() {
  int made = 0;
  for (quint32 seed = 0; seed < Rounds; ++seed) {
    RandomJson random(seed);
    Node tree = random.container(4, random.chance(50) ? Node::Object : Node::Array);
    const QByteArray payload = random.untidy(tree);
    const Spot spot = somewhere(tree, random);
    if (!spot.parent)
      continue;
    Change change;
    change.path = spot.path;
    auto &children = spot.parent->children;
    const int which = random.below(spot.parent->kind == Node::Object ? 3 : 2);
    if (which == 0) {
      const Node value = random.value(2);
      change.kind = Kind::Set;
      change.value = random.untidy(value);
      children[spot.child].value = {value};
    } else if (which == 1) {
      change.kind = Kind::Remove;
      children.erase(children.begin() + std::ptrdiff_t(spot.child));
    } else {
      change.kind = Kind::Rename;
      change.to = "never-used-\xc3\xa9\"";
      children[spot.child].key = json::escapeUtf8(change.to);
    }
    const auto splices = edits::splicesOf(payload, {change});
    QVERIFY2(splices, qPrintable(QStringLiteral("seed %1").arg(seed)));
    const QByteArray after = json::apply(payload, *splices);
    QVERIFY(json::scan(after).valid());
    QVERIFY2(
        minified(after) == render(tree, Spelling::minified()),
        (QByteArray::number(seed) + '\n' + payload + '\n' + after + '\n' + render(tree, Spelling::minified()))
            .constData());
    ++made;
  }
  QVERIFY(made > int(Rounds) / 2);
}

/// Every other member and element, white space inside it included.
void TstProperties::siblingsKeepTheirBytes() {
  for (quint32 seed = 0; seed < Rounds; ++seed) {
    RandomJson random(seed);
    Node tree = random.container(3, Node::Object);
    const QByteArray payload = random.untidy(tree);
    const Spot spot = somewhere(tree, random);
    if (!spot.parent)
      continue;
    Change change{.kind = Kind::Set, .path = {spot.path.front()}, .value = "\"changed\""};
    const auto splices = edits::splicesOf(payload, {change});
    QVERIFY(splices);
    const QByteArray after = json::apply(payload, *splices);
    const json::Scan before = json::scan(payload), now = json::scan(after);
    const auto left = json::children(before, 0), right = json::children(now, 0);
    QCOMPARE(right.size(), left.size());
    for (size_t i = 0; i < left.size(); ++i) {
      const QByteArrayView was = json::valueText(payload, before, left[i] + 1);
      const QByteArrayView is = json::valueText(after, now, right[i] + 1);
      const bool touched =
          json::unescapeUtf8(json::tokenText(payload, before.tokens[left[i]])) == spot.path.front().key;
      QVERIFY2(touched || was == is, qPrintable(QStringLiteral("seed %1").arg(seed)));
      QCOMPARE(json::tokenText(after, now.tokens[right[i]]),
               json::tokenText(payload, before.tokens[left[i]]));
    }
  }
}

QTEST_GUILESS_MAIN(TstProperties)
#include "tst_properties.moc"
