// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Holds what packaging/hardening.cmake promises, by reading the program that was built.
#include "arch/elfprogram.h"

#include <QTest>

#include <algorithm>

using oxp::test::ElfProgram;

class TestHardening : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() {
    m_program = ElfProgram::read(QStringLiteral(OXP_PROGRAM));
    QVERIFY2(m_program, OXP_PROGRAM);
  }

  void isLoadedAtAnyAddress() { QVERIFY(m_program->isPositionIndependent()); }

  void closesItsRelocations() {
    QVERIFY(m_program->hasSegment(PT_GNU_RELRO));
    QVERIFY(m_program->bindsAtStart());
  }

  void runsNothingOnItsStack() { QVERIFY(!m_program->stackIsExecutable()); }

  void guardsItsStack() {
    // A test program by itself may have no function with a buffer.
    if (OXP_PROGRAM_IS_WINDOW)
      QVERIFY(m_program->imports().contains("__stack_chk_fail"));
  }

  void asksForFortifiedCalls() {
    if (!OXP_FORTIFIED || !OXP_PROGRAM_IS_WINDOW)
      return;
    const auto names = m_program->imports();
    QVERIFY(std::any_of(names.begin(), names.end(), [](const QByteArray &name) {
      return name.startsWith("__") && name.endsWith("_chk");
    }));
  }

  void marksWhereJumpsMayLand() {
#if defined(__x86_64__) && defined(__CET__)
    // Debian's own start files have no such mark, so the program as a whole is not flagged; our functions
    // are.
    QCOMPARE(m_program->startOf("main", 4), QByteArray("\xf3\x0f\x1e\xfa", 4)); // endbr64
#endif
  }

private:
  std::optional<ElfProgram> m_program;
};

QTEST_GUILESS_MAIN(TestHardening)
#include "tst_hardening.moc"
