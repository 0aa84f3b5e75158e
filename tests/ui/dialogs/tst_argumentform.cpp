// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of an operation's arguments come from its spec, and say what is wrong where it is wrong.
#include "ui/dialogs/argumentform.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;

namespace {

const std::vector<ArgumentSpec> &specs() {
  using Kind = ArgumentSpec::Kind;
  static const std::vector<ArgumentSpec> specs{
      {.id = "tick", .title = "With all", .help = "All of it."},
      {.id = "number",
       .title = "Attempts",
       .help = "How often.",
       .kind = Kind::Integer,
       .fallback = "3",
       .least = 1,
       .most = 2'000},
      {.id = "text", .title = "Name", .help = "Any.", .kind = Kind::Text, .most = 5},
      {.id = "choice",
       .title = "Backoff",
       .help = "How long.",
       .kind = Kind::Choice,
       .fallback = "fixed",
       .choices = {{"exponential", "Exponential"}, {"fixed", "Fixed"}}},
  };
  return specs;
}

} // namespace

class TestArgumentForm : public QObject {
  Q_OBJECT

private slots:
  void init() {
    m_theme = std::make_unique<ThemeController>(ThemeSetting::Light);
    m_form = std::make_unique<ArgumentForm>(specs());
    m_form->show();
  }
  void cleanup() {
    m_form.reset();
    m_theme.reset();
  }
  void beginsWithTheFallbacks();
  void tellsWhatWasChosen();
  void saysWhatIsWrongAtItsPlace();

private:
  template <typename Widget>
  Widget *named(const QString &name) const {
    for (Widget *widget : m_form->findChildren<Widget *>())
      if (widget->accessibleName() == name)
        return widget;
    return nullptr;
  }

  std::unique_ptr<ThemeController> m_theme;
  std::unique_ptr<ArgumentForm> m_form;
};

void TestArgumentForm::beginsWithTheFallbacks() {
  QVERIFY(m_form->values().isEmpty() && m_form->isComplete());
  QVERIFY(named<QCheckBox>(u"With all"_qs) && !named<QCheckBox>(u"With all"_qs)->isChecked());
  QCOMPARE(named<QLineEdit>(u"Attempts"_qs)->text(), u"3"_qs);
  QCOMPARE(named<QComboBox>(u"Backoff"_qs)->currentText(), u"Fixed"_qs);
  QCOMPARE(named<QLineEdit>(u"Attempts"_qs)->accessibleDescription(), u"How often."_qs);
}

void TestArgumentForm::tellsWhatWasChosen() {
  QSignalSpy changed(m_form.get(), &ArgumentForm::changed);
  named<QCheckBox>(u"With all"_qs)->click();
  named<QLineEdit>(u"Attempts"_qs)->setText(u"12"_qs);
  named<QLineEdit>(u"Name"_qs)->setText(u"äb"_qs);
  named<QComboBox>(u"Backoff"_qs)->setCurrentIndex(0);
  QCOMPARE(changed.size(), 4);
  QCOMPARE(m_form->values(), (Arguments{{"tick", "1"},
                                        {"number", "12"},
                                        {"text", "\xc3\xa4"
                                                 "b"},
                                        {"choice", "exponential"}}));
}

void TestArgumentForm::saysWhatIsWrongAtItsPlace() {
  auto *attempts = named<QLineEdit>(u"Attempts"_qs);
  attempts->setText(u"2001"_qs);
  QVERIFY(!m_form->isComplete());
  QCOMPARE(attempts->accessibleDescription(), u"2,000 is the most"_qs);
  QCOMPARE(m_form->missing(), u"Attempts: 2,000 is the most"_qs);
  attempts->setText(u"0"_qs);
  QCOMPARE(attempts->accessibleDescription(), u"1 is the least"_qs);
  attempts->setText(u"many"_qs);
  QCOMPARE(attempts->accessibleDescription(), u"A whole number is needed here"_qs);
  attempts->setText(u"7"_qs);
  QVERIFY(m_form->isComplete());
  named<QLineEdit>(u"Name"_qs)->setText(u"too long"_qs);
  QCOMPARE(m_form->missing(), u"Name: This is too long"_qs);
}

int main(int argc, char **argv) {
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  QApplication app(argc, argv);
  TestArgumentForm test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_argumentform.moc"
