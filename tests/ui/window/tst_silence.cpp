// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/outcometest.h"

using namespace oxp::test;

/// What the window says of a write that is carried out and never answered. A program of its own, as each
/// waits for the answer as long as a person does.
class TestWindowSilence : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { QVERIFY((m_test = std::make_unique<OutcomeTest>())->open(Deeds)); }
  void cleanupTestCase() { m_test.reset(); }
  void wordsAreTrue_data();
  void wordsAreTrue();

private:
  std::unique_ptr<OutcomeTest> m_test;
};

void TestWindowSilence::wordsAreTrue_data() {
  QTest::addColumn<int>("deed");
  for (int deed = 0; deed < int(std::size(Deeds)); ++deed)
    QTest::newRow(Deeds[deed].action) << deed;
}

void TestWindowSilence::wordsAreTrue() {
  QFETCH(int, deed);
  m_test->judge(Deeds[deed], {Lie::AfterThem, Lie::Silence});
}

QTEST_MAIN(TestWindowSilence)
#include "tst_silence.moc"
