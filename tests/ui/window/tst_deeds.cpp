// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/outcometest.h"

using namespace oxp::test;

namespace {

/// Two deeds a program, so that the programs run beside each other.
constexpr std::span Mine(Deeds + OXP_FIRST_DEED, 2);

} // namespace

/// What the window says of anything that it can do, cut off or lied about in every way, against what Redis
/// holds.
class TestWindowDeeds : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { QVERIFY((m_test = std::make_unique<OutcomeTest>())->open(Mine)); }
  void cleanupTestCase() { m_test.reset(); }
  void wordsAreTrue_data();
  void wordsAreTrue();

private:
  std::unique_ptr<OutcomeTest> m_test;
};

void TestWindowDeeds::wordsAreTrue_data() {
  QTest::addColumn<int>("deed");
  QTest::addColumn<int>("lie");
  for (int deed = 0; deed < int(Mine.size()); ++deed)
    for (int lie = 0; lie < int(std::size(Lies)); ++lie)
      QTest::addRow("%s, %s", Mine[size_t(deed)].action, Lies[lie].name) << deed << lie;
}

void TestWindowDeeds::wordsAreTrue() {
  QFETCH(int, deed);
  QFETCH(int, lie);
  m_test->judge(Mine[size_t(deed)], Lies[lie].lie);
}

QTEST_MAIN(TestWindowDeeds)
#include "tst_deeds.moc"
