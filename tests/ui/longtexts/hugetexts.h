// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace oxp::test {

struct HugeText {
  const char *name;
  QByteArray bytes;
};

/// What no layout of a whole text survives.
inline const std::vector<HugeText> &hugeTexts() {
  static const std::vector<HugeText> texts = [] {
    std::vector<HugeText> made;
    made.push_back({"10 MB in one line", QByteArray(10'000'000, 'a')});
    QByteArray words;
    while (words.size() < 10'000'000)
      words += "lorem ipsum \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xe4\xbd\xa0\xe5\xa5\xbd \xf0\x9f\x98\x80 ";
    made.push_back({"10 MB of words in one line", words});
    QByteArray lines;
    for (int i = 0; i < 1'000'000; ++i)
      lines += "at f" + QByteArray::number(i) + '\n';
    made.push_back({"1,000,000 lines", lines});
    made.push_back({"10,000,000 empty lines", QByteArray(10'000'000, '\n')});
    QByteArray accents = "e";
    for (int i = 0; i < 1'000'000; ++i)
      accents += "\xcc\x81";
    made.push_back({"1,000,000 accents", accents});
    QByteArray accented;
    for (int i = 0; i < 500'000; ++i)
      accented += "e\xcc\x81";
    made.push_back({"500,000 accented letters", accented});
    made.push_back({"1,000,000 zeros", QByteArray(1'000'000, '\0')});
    QByteArray odd;
    for (int i = 0; i < 200'000; ++i)
      odd += "\x01\xff\xe2\x80\xae\x1b[31m";
    made.push_back({"controls, broken bytes, colours", odd});
    return made;
  }();
  return texts;
}

} // namespace oxp::test
