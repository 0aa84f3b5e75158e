// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "randomjson.h"

#include <algorithm>

namespace {

void collect(Node &node, std::vector<Node *> &all) {
  all.push_back(&node);
  for (size_t i = 0; i < node.children.size(); ++i)
    collect(node.at(i), all);
}

} // namespace

QByteArray render(const Node &node, const Spelling &spelling, int depth) {
  if (node.kind == Node::Scalar)
    return node.text;
  QByteArray out(node.kind == Node::Object ? "{" : "[");
  const bool lines = !spelling.indent.isEmpty() && !node.children.empty();
  for (size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0)
      out += spelling.comma;
    if (lines)
      out += spelling.newline + spelling.indent.repeated(depth + 1);
    if (node.kind == Node::Object)
      out += node.children[i].key + spelling.colon;
    out += render(node.at(i), spelling, depth + 1);
  }
  if (lines)
    out += spelling.newline + spelling.indent.repeated(depth);
  return out + (node.kind == Node::Object ? '}' : ']');
}

Node RandomJson::value(int depth) {
  if (depth == 0 || chance(45))
    return {Node::Scalar, scalar(), {}};
  Node node{chance(60) ? Node::Object : Node::Array, {}, {}};
  const int count = chance(3) ? below(40) : below(5);
  for (int i = 0; i < count; ++i)
    node.children.push_back({node.kind == Node::Object ? key() : QByteArray(), {value(depth - 1)}});
  return node;
}

Node RandomJson::container(int depth, Node::Kind kind) {
  Node node{kind, {}, {}};
  const int count = 1 + below(5);
  for (int i = 0; i < count; ++i)
    node.children.push_back({kind == Node::Object ? key() : QByteArray(), {value(depth - 1)}});
  return node;
}

QByteArray RandomJson::scalar() {
  switch (below(8)) {
  case 0:
    return "null";
  case 1:
    return chance(50) ? "true" : "false";
  case 2:
  case 3:
  case 4:
    return number();
  default:
    return string();
  }
}

QByteArray RandomJson::number() {
  static const std::vector<QByteArray> odd = {"9007199254740993",
                                              "-0.0",
                                              "-0",
                                              "1.10",
                                              "1e400",
                                              "1E+2",
                                              "1.0",
                                              "1.00",
                                              "1e-999",
                                              "0.1e1",
                                              "100",
                                              "1e2",
                                              "123456789012345678901234567890",
                                              "0.123456789012345678901234567890"};
  return chance(40) ? odd[size_t(below(int(odd.size())))] : QByteArray::number(below(12));
}

QByteArray RandomJson::word() {
  static const std::vector<QByteArray> parts = {"a",
                                                "order",
                                                "\\ud800",
                                                "\\u0000",
                                                "\\\"",
                                                "\\\\",
                                                "\\/",
                                                "\\n",
                                                "\xe8\xae\xa2\xe5\x8d\x95",
                                                "\xf0\x9f\xa6\xac",
                                                "{",
                                                "]",
                                                ",",
                                                ":",
                                                " ",
                                                "\\u0061",
                                                "\xe2\x80\xa8",
                                                "\xc3\xa9",
                                                "//",
                                                "\x7f"};
  return parts[size_t(below(int(parts.size())))];
}

QByteArray RandomJson::string() {
  QByteArray text("\"");
  const int words = chance(2) ? 60 : below(4);
  for (int i = 0; i < words; ++i)
    text += word();
  return text + '"';
}

QByteArray RandomJson::key() {
  // Few enough that duplicates and renames onto other keys happen often.
  static const std::vector<QByteArray> keys = {"\"a\"",   "\"b\"",   "\"c\"",  "\"\\u0061\"", "\"\"",
                                               "\"a#2\"", "\"x/y\"", "\"10\"", "\"9\""};
  return chance(70) ? keys[size_t(below(int(keys.size())))] : string();
}

QByteArray RandomJson::space() {
  static const std::vector<QByteArray> spaces = {"",   "",       "",   " ",      "  ",
                                                 "\n", "\r\n  ", "\t", "\n    ", " \n\n "};
  return spaces[size_t(below(int(spaces.size())))];
}

QByteArray RandomJson::untidy(const Node &node) {
  QByteArray out = space();
  untidy(node, out);
  return out + space();
}

void RandomJson::untidy(const Node &node, QByteArray &out) {
  if (node.kind == Node::Scalar) {
    out += node.text;
    return;
  }
  out += node.kind == Node::Object ? '{' : '[';
  for (size_t i = 0; i < node.children.size(); ++i) {
    out += i > 0 ? space() + ',' + space() : space();
    if (node.kind == Node::Object)
      out += node.children[i].key + space() + ':' + space();
    untidy(node.at(i), out);
  }
  out += space() + (node.kind == Node::Object ? '}' : ']');
}

void RandomJson::edit(Node &node) {
  const int edits = chance(60) ? 1 : 1 + below(6);
  for (int i = 0; i < edits; ++i)
    editOnce(node);
}

void RandomJson::editOnce(Node &root) {
  std::vector<Node *> all;
  collect(root, all);
  Node &node = *all[size_t(below(int(all.size())))];
  if (node.kind == Node::Scalar || chance(10)) {
    const int depth = chance(70) ? 0 : 2;
    node = value(depth);
    return;
  }
  editChildren(node);
}

void RandomJson::editChildren(Node &node) {
  const int count = int(node.children.size());
  const auto somewhere = [&](int end) { return node.children.begin() + below(end); };
  const QByteArray newKey = node.kind == Node::Object ? key() : QByteArray();
  const int what = count == 0 ? 0 : below(6);
  switch (what) {
  case 0:
  case 1:
    node.children.insert(somewhere(count + 1), {newKey, {value(2)}});
    break;
  case 2:
    node.children.erase(somewhere(count));
    break;
  case 3:
    std::iter_swap(somewhere(count), somewhere(count));
    break;
  case 4:
    node.children[size_t(below(count))].key = newKey;
    break;
  default:
    node.children.erase(node.children.begin() + below(count), node.children.end());
    break;
  }
}
