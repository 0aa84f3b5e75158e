// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/json/randomjson.h"

#include "json/scanner.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QtEndian>

using namespace oxp::json;

namespace {

/// A few random damages: characters put in, taken out, doubled or replaced.
QByteArray damaged(RandomJson &random, QByteArray text) {
  static const QByteArray alphabet = "{}[]:,\"\\ \n\t019-+.eEutfnx/'\x01\x7f";
  const int damages = 1 + random.below(3);
  for (int i = 0; i < damages && !text.isEmpty(); ++i) {
    const int at = random.below(int(text.size()));
    const char character = alphabet[random.below(int(alphabet.size()))];
    switch (random.below(5)) {
    case 0:
      text.insert(at, character);
      break;
    case 1:
      text.remove(at, 1 + random.below(3));
      break;
    case 2:
      text[at] = character;
      break;
    case 3:
      text.insert(at, text.mid(random.below(int(text.size())), random.below(6)));
      break;
    default:
      text.truncate(at);
    }
  }
  return text;
}

std::vector<QByteArray> oddTexts() {
  std::vector<QByteArray> texts = {"",
                                   " ",
                                   "1e400",
                                   "-",
                                   "-0",
                                   "01",
                                   "-01",
                                   "1.",
                                   ".1",
                                   "1.e1",
                                   "1e",
                                   "1e+",
                                   "0e0",
                                   "0E-0",
                                   "+1",
                                   "0x1",
                                   "1_000",
                                   "Infinity",
                                   "NaN",
                                   "undefined",
                                   "nul",
                                   "nulll",
                                   "true1",
                                   "tru",
                                   "[1,]",
                                   "[,1]",
                                   "[1,,2]",
                                   "{,}",
                                   "{\"a\":1,}",
                                   "{\"a\"}",
                                   "{\"a\":}",
                                   "{a:1}",
                                   "{'a':1}",
                                   "'a'",
                                   "[1 2]",
                                   "{} {}",
                                   "[] []",
                                   "1 1",
                                   "\"\\q\"",
                                   "\"\\u12\"",
                                   "\"\\u12G4\"",
                                   "\"\\ud800\"",
                                   "\"\\udc00\\ud800\"",
                                   "\"\\u0000\"",
                                   "\"\t\"",
                                   "\"\n\"",
                                   "\"\x7f\"",
                                   "\"\\",
                                   "\"abc",
                                   "\"\\\"",
                                   "[",
                                   "]",
                                   "{",
                                   "}",
                                   "[}",
                                   "{]",
                                   "[1}",
                                   "/**/1",
                                   "1//",
                                   "#",
                                   "\v1",
                                   "\f1",
                                   "\xc2\xa0"
                                   "1",
                                   "\xef\xbb\xbf{}",
                                   "\xe2\x80\xa8"
                                   "1",
                                   "\"\xe2\x80\xa8\"",
                                   "\"\xf3\xb0\x80\x80\"",
                                   "\xf3\xb0\x80\x80",
                                   "123456789012345678901234567890",
                                   "1E400",
                                   "1e-400",
                                   "-1e400",
                                   "-0.0",
                                   "{\"a\":1,\"a\":2}",
                                   "{\"__proto__\":1}"};
  texts.push_back(QByteArray("\"a\0b\"", 5));
  texts.push_back(QByteArray("1\0", 2));
  texts.push_back(QByteArray("[").repeated(20'000) + QByteArray("]").repeated(20'000));
  texts.push_back(QByteArray("[").repeated(20'000) + QByteArray("]").repeated(19'999));
  texts.push_back(QByteArray("{\"a\":").repeated(5'000) + "1" + QByteArray("}").repeated(5'000));
  return texts;
}

std::vector<QByteArray> corpus() {
  std::vector<QByteArray> texts = oddTexts();
  RandomJson random(40);
  for (int i = 0; i < 60'000; ++i) {
    const QByteArray text = random.untidy(random.value(3));
    texts.push_back(i % 4 == 0 ? text : damaged(random, text));
  }
  return texts;
}

QByteArray answersOfNode(const QString &node, const QString &script, const std::vector<QByteArray> &texts) {
  QByteArray input;
  for (const QByteArray &text : texts) {
    char length[4];
    qToLittleEndian(quint32(text.size()), length);
    input.append(length, 4).append(text);
  }
  QProcess process;
  process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  process.start(node, {script});
  process.write(input);
  process.closeWriteChannel();
  process.waitForFinished(60'000);
  return process.readAllStandardOutput();
}

} // namespace

/// Node decides what is JSON, as a worker runs on it.
class TestOracle : public QObject {
  Q_OBJECT
private slots:
  void judgesAsNodeDoes();
};

void TestOracle::judgesAsNodeDoes() {
  const QString node = QStandardPaths::findExecutable(u"node"_qs);
  QVERIFY2(!node.isEmpty(), "node is missing; it is the judge of this test");
  std::vector<QByteArray> texts;
  for (const QByteArray &text : corpus()) {
    // Bytes that are no UTF-8 are always refused, while Node reads U+FFFD for them.
    if (invalidUtf8At(text) < 0)
      texts.push_back(text);
    else
      QVERIFY(!scan(text).valid());
  }
  const QByteArray answers = answersOfNode(node, QFINDTESTDATA("oracle.mjs"), texts);
  QCOMPARE(size_t(answers.size()), texts.size());
  for (size_t i = 0; i < texts.size(); ++i) {
    const bool accepted = answers[qsizetype(i)] == '1';
    QVERIFY2(scan(texts[i]).valid() == accepted,
             (accepted ? "Node accepts " : "Node refuses ") + texts[i].left(500));
  }
  const auto refused = std::count(answers.begin(), answers.end(), '0');
  QVERIFY(refused > 10'000 && answers.size() - refused > 10'000);
}

QTEST_GUILESS_MAIN(TestOracle)
#include "tst_oracle.moc"
