// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <random>
#include <vector>

/// A JSON value as the tests think of it: token texts in a tree. Renders itself without the code under
/// test.
struct Node {
  enum Kind { Scalar, Object, Array };
  struct Child {
    QByteArray key;          ///< with its quotes; empty in arrays
    std::vector<Node> value; ///< exactly one
  };
  Kind kind = Scalar;
  QByteArray text;
  std::vector<Child> children;

  Node &at(size_t i) { return children[i].value.front(); }
  const Node &at(size_t i) const { return children[i].value.front(); }
};

/// How the tests write a tree down.
struct Spelling {
  QByteArray indent; ///< empty: all on one line
  QByteArray newline = "\n";
  QByteArray colon = ":";
  QByteArray comma = ",";

  static Spelling minified() { return {}; }
  static Spelling oneLine() { return {{}, {}, ": ", ", "}; }
  static Spelling pretty(const QByteArray &indent = "  ", const QByteArray &newline = "\n") {
    return {indent, newline, ": ", ","};
  }
};

QByteArray render(const Node &node, const Spelling &spelling, int depth = 0);

/// Makes random values, white space and edits; the same seed makes the same ones.
class RandomJson {
public:
  explicit RandomJson(quint32 seed)
      : m_engine(seed) {}

  int below(int limit) { return int(m_engine() % quint32(limit)); }
  bool chance(int percent) { return below(100) < percent; }

  Node value(int depth = 4);
  /// A container with at least one child.
  Node container(int depth, Node::Kind kind);
  QByteArray scalar();
  QByteArray key();
  /// The tree with white space of every kind strewn in.
  QByteArray untidy(const Node &node);
  /// Changes a few things anywhere in the tree.
  void edit(Node &node);

private:
  QByteArray number();
  QByteArray string();
  QByteArray space();
  QByteArray word();
  void untidy(const Node &node, QByteArray &out);
  void editOnce(Node &root);
  void editChildren(Node &node);

  std::mt19937 m_engine;
};
