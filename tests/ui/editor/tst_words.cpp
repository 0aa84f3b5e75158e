// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the editor says in words, and the dialog for one value.
#include "editortest.h"

#include "ui/editor/changevaluedialog.h"
#include "ui/editor/scansentences.h"
#include "ui/editor/validityline.h"
#include "ui/theme/theme.h"
#include "json/layout.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

class WordsTest : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { m_controller = std::make_unique<ThemeController>(ThemeSetting::Light); }
  void cleanupTestCase() { m_controller.reset(); }

  void everyErrorHasASentence() {
    QStringList sentences;
    for (int code = 0; code <= int(json::ScanError::Code::TooLarge); ++code)
      sentences << scanSentence(json::ScanError::Code(code));
    QVERIFY(!sentences.contains(QString()));
    QCOMPARE(sentences.removeDuplicates(), 0);
  }

  void validity_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("valid") << "{\"a\": 1}"_qba << u"Valid JSON · 8 B"_s;
    QTest::newRow("comma") << "{\n  \"a\": 1\n  \"b\": 2\n}"_qba << u"Line 3, column 3: a comma is missing"_s;
    QTest::newRow("in code points") << "[\"😀\" 1]"_qba << u"Line 1, column 6: a comma is missing"_s;
    QTest::newRow("nothing") << ""_qba << u"Line 1, column 1: there is no value"_s;
  }
  void validity() {
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    JsonEditor editor;
    ValidityLine line;
    QCOMPARE(line.accessibleName(), u"Validity"_s);
    connect(&editor, &JsonEditor::validityChanged, &line, &ValidityLine::setValidity);
    editor.setBytes(text);
    QCOMPARE(line.words(), words);
    QCOMPARE(line.accessibleDescription(), words);
  }

  void changesAreCounted() {
    JsonEditor editor;
    ValidityLine line;
    connect(&editor, &JsonEditor::validityChanged, &line, &ValidityLine::setValidity);
    editor.setBytes("{\n  \"a\": 1,\n  \"b\": 2\n}");
    editor.replaceRange(9, 1, "7");
    line.setUnsaved(true);
    QTRY_VERIFY(line.words().startsWith(u"Valid JSON · 22 B · "));
    QTRY_VERIFY(line.words().contains(u'1'));
  }

  /// What a person compares with the size in the table: the bytes that a save would store.
  void theSizeIsThatOfTheStoredBytes() {
    json::Elisions table;
    const QByteArray stored =
        "{\"long\":\"" + QByteArray(20'000, 'x') + "\", \"card\":{\"cvc\": 1},\"n\":[1,2]}";
    QByteArray shown = json::elideLong(*json::pretty(stored), table);
    shown = json::mask(shown, table, [](QByteArrayView key, const json::Pointer &) { return key == "card"; });
    JsonEditor editor;
    ValidityLine line;
    connect(&editor, &JsonEditor::validityChanged, &line, &ValidityLine::setValidity);
    line.setStoredLayout(stored.size() - compactSize(json::scan(stored), stored, {}));
    editor.setBytes(shown, table);
    QCOMPARE(editor.validity().compactSize, json::minify(stored)->size());
    QCOMPARE(line.words(), u"Valid JSON · 20.0 KB"_s);
  }

  void theLinkLeadsThere() {
    ValidityLine line;
    JsonEditor editor;
    connect(&editor, &JsonEditor::validityChanged, &line, &ValidityLine::setValidity);
    editor.setBytes("[1 2]");
    QSignalSpy wanted(&line, &ValidityLine::placeWanted);
    line.findChild<QPushButton *>()->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toLongLong(), 3);
  }

  void aFactGoesBeforeValidity() {
    ValidityLine line;
    line.setOverride(u"Loading…"_s);
    QCOMPARE(line.words(), u"Loading…"_s);
    line.setOverride({});
    QCOMPARE(line.words(), QString());
  }

  void changeValue_data() {
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("text") << "\"a \\\"b\\\"\""_qba << u"a \"b\""_s << u"{\"x\"}\\"_s
                          << "\"{\\\"x\\\"}\\\\\""_qba;
    QTest::newRow("text keeps escapes")
        << "\"\\u00e9t\\u00e9 1\""_qba << u"été 1"_s << u"été 2"_s << "\"\\u00e9t\\u00e9 2\""_qba;
    QTest::newRow("text to nothing") << "\"a\""_qba << u"a"_s << QString() << "\"\""_qba;
    QTest::newRow("big number") << "9007199254740993"_qba << u"9007199254740993"_s << u"9007199254740995"_s
                                << "9007199254740995"_qba;
    QTest::newRow("spelling of a number") << "1"_qba << u"1"_s << u" 1.10 "_s << "1.10"_qba;
    QTest::newRow("word") << "true"_qba << u"true"_s << u"null"_s << "null"_qba;
    QTest::newRow("a number that becomes a text") << "1"_qba << u"1"_s << u"\"x\""_s << "\"x\""_qba;
  }
  void changeValue() {
    QFETCH(QByteArray, token);
    QFETCH(QString, shown);
    QFETCH(QString, typed);
    QFETCH(QByteArray, result);
    auto *dialog = new ChangeValueDialog(token, u"/a/b"_s, ChangeValueDialog::Value::Shown);
    QCOMPARE(dialog->accessibleName(), u"Change value"_s);
    QSignalSpy changed(dialog, &ChangeValueDialog::changed);
    dialog->open();
    auto *field = dialog->findChild<QLineEdit *>(u"New value"_s);
    QCOMPARE(field->text(), shown);
    field->setText(typed);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toByteArray(), result);
  }

  void whatIsNoJsonCannotBeConfirmed() {
    auto *dialog = new ChangeValueDialog("1", u"/a"_s, ChangeValueDialog::Value::Shown);
    QSignalSpy changed(dialog, &ChangeValueDialog::changed);
    dialog->open();
    auto *field = dialog->findChild<QLineEdit *>(u"New value"_s);
    field->setText(u"1,"_s);
    QVERIFY(!dialog->findChild<QPushButton *>(u"Change"_s)->isEnabled());
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(changed.isEmpty());
    dialog->reject();
  }

  void anUnchangedValueIsNotWritten() {
    auto *dialog = new ChangeValueDialog("\"\\u00e9\\n\\ud800\"", u"/a"_s, ChangeValueDialog::Value::Shown);
    QSignalSpy changed(dialog, &ChangeValueDialog::changed);
    dialog->open();
    dialog->findChild<QPushButton *>(u"Change"_s)->click();
    QVERIFY(changed.isEmpty());
  }

  void aMaskedValueIsNotShownAndOnlyReplacedByWhatIsTyped() {
    auto *dialog = new ChangeValueDialog("\"hunter2\"", u"/password"_s, ChangeValueDialog::Value::Hidden);
    QSignalSpy changed(dialog, &ChangeValueDialog::changed);
    dialog->open();
    auto *field = dialog->findChild<QLineEdit *>(u"New value"_s);
    QVERIFY(field->text().isEmpty());
    dialog->findChild<QPushButton *>(u"Change"_s)->click();
    QVERIFY(changed.isEmpty());
    dialog = new ChangeValueDialog("\"hunter2\"", u"/password"_s, ChangeValueDialog::Value::Hidden);
    QSignalSpy changedThen(dialog, &ChangeValueDialog::changed);
    dialog->open();
    dialog->findChild<QLineEdit *>(u"New value"_s)->setText(u"better"_s);
    dialog->findChild<QPushButton *>(u"Change"_s)->click();
    QCOMPARE(changedThen.size(), 1);
    QCOMPARE(changedThen.first().first().toByteArray(), "\"better\""_qba);
  }

private:
  std::unique_ptr<ThemeController> m_controller;
};

QTEST_MAIN(WordsTest)
#include "tst_words.moc"
