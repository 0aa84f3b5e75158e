// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hugetexts.h"
#include "stalls.h"

#include "ui/theme/theme.h"
#include "ui/widgets/fulltextaccessible.h"
#include "ui/widgets/fulltextpanel.h"
#include "ui/widgets/fulltextview.h"

#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace oxp;
using namespace oxp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Patience = 20'000;

std::unique_ptr<FullTextView> shown(const QByteArray &text, QSize size = {480, 320}) {
  auto view = std::make_unique<FullTextView>();
  view->resize(size);
  view->show();
  view->setText(text);
  const auto ready = [&] { return !view->isBusy(); };
  if (!QTest::qWaitForWindowExposed(view.get()) || !QTest::qWaitFor(ready, Patience))
    qFatal("the view never came");
  return view;
}

void settle(FullTextView &view) {
  view.viewport()->update();
  QTest::qWait(1);
  QApplication::sendPostedEvents();
}

} // namespace

class TestFullText : public QObject {
  Q_OBJECT

private slots:
  void nothingHoldsTheWindow_data();
  void nothingHoldsTheWindow();
  void showsMarksAndLeavesColoursOut();
  void theEndIsTheEnd_data();
  void theEndIsTheEnd();
  void theKeyboardGoesEverywhere();
  void copiesWhatIsThere();
  void theMouseSelects();
  void findsInBothDirections();
  void staysInItsPlace();
  void assistiveToolsReadAllOfIt();
  void thePanelGoesBackToWhereItCameFrom();
  void thePanelSavesByteForByte();

private:
  void goThrough(const QByteArray &text, StallSteps &steps);
};

void TestFullText::nothingHoldsTheWindow_data() {
  QTest::addColumn<QByteArray>("text");
  for (const HugeText &text : hugeTexts())
    QTest::newRow(text.name) << text.bytes;
}

void TestFullText::nothingHoldsTheWindow() {
  QFETCH(QByteArray, text);
  const QString held = StallSteps::heldBy([&](StallSteps &steps) { goThrough(text, steps); });
  QVERIFY2(held.isEmpty(), qPrintable(held));
}

void TestFullText::goThrough(const QByteArray &text, StallSteps &steps) {
  auto view = shown("short");
  settle(*view); // fonts and the like are loaded once
  Stalls::self()->restart();
  const auto step = [&](const char *what, const auto &deed) {
    Stalls::self()->during(deed);
    settle(*view);
    steps.note(QLatin1StringView(what));
  };
  const auto key = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(view.get(), key, modifiers);
  };
  step("setText", [&] { view->setText(text); });
  QTRY_VERIFY_WITH_TIMEOUT(!view->isBusy(), Patience);
  step("ready", [] {});
  step("page down", [&] { key(Qt::Key_PageDown); });
  step("middle", [&] { view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 2); });
  step("wheel", [&] {
    QWheelEvent turn(QPointF(9, 9), QPointF(9, 9), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view->viewport(), &turn);
  });
  step("end", [&] { key(Qt::Key_End, Qt::ControlModifier); });
  QCOMPARE(view->caret(), view->text().size());
  QCOMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
  step("up", [&] { key(Qt::Key_Up); });
  step("narrow", [&] { view->resize(200, 300); });
  step("wide", [&] { view->resize(1600, 900); });
  step("select all", [&] { key(Qt::Key_A, Qt::ControlModifier); });
  QCOMPARE(view->selectionEnd() - view->selectionStart(), view->text().size());
  step("copy", [&] { key(Qt::Key_C, Qt::ControlModifier); });
  step("take", [&] { QVERIFY(QApplication::clipboard()->text().size() > 999); });
  QSignalSpy found(view.get(), &FullTextView::findFinished);
  step("find", [&] { view->find(u"not in there"_s, false, false); });
  QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, Patience);
  QCOMPARE(found.first().first().toBool(), false);
  FullTextAccessible seen(view.get());
  step("assistive tools", [&] {
    QVERIFY(!seen.text(QAccessible::Value).isEmpty());
    QVERIFY(seen.cursorPosition() >= 0 && seen.characterRect(seen.characterCount() / 2).isValid());
  });
  step("another", [&] { view->setText("short"); });
  step("again", [&] { view->setText(text); });
  QTRY_VERIFY_WITH_TIMEOUT(!view->isBusy(), Patience);
  step("destruction", [&] {
    view.reset();
    view = shown("short");
  });
}

void TestFullText::showsMarksAndLeavesColoursOut() {
  auto view = shown("\x1b[31mred\x1b[0m \xe2\x80\xae"
                    "evil\xff");
  QCOMPARE(view->text(), "red \xe2\x80\xae"
                         "evil\xff");
  const MarkedText marked = MarkedText::of(view->text());
  QVERIFY(marked.text.contains(u"RLO") && marked.text.contains(u"xFF"));
  QVERIFY(!marked.text.contains(QChar(0x202E)));
}

void TestFullText::theEndIsTheEnd_data() {
  QTest::addColumn<QByteArray>("text");
  QByteArray lines;
  for (int i = 0; i < 5'000; ++i)
    lines += QByteArray(i % 90, 'x') + ' ' + QByteArray(i % 7 == 0 ? 300 : 3, 'y') + '\n';
  QTest::newRow("a few lines") << QByteArray("a\nb\nc");
  QTest::newRow("two screens") << QByteArray("word ").repeated(600);
  QTest::newRow("guessed rows") << lines;
  QTest::newRow("one long line") << QByteArray("\xe4\xbd\xa0").repeated(50'000);
}

/// Every row is reached by the bar alone, and the last one stands at the bottom.
void TestFullText::theEndIsTheEnd() {
  QFETCH(QByteArray, text);
  auto view = shown(text);
  QScrollBar *bar = view->verticalScrollBar();
  bar->setValue(bar->maximum());
  QVERIFY(view->viewport()->rect().contains(view->pointOf(view->text().size())));
  QVERIFY(view->pointOf(view->text().size()).y() + view->layoutOfText().rowHeight() <=
          view->viewport()->height());
  bar->setValue(0);
  QCOMPARE(view->pointOf(0).y(), 8);
  int last = 0;
  for (int turns = 0; bar->value() < bar->maximum() && turns < 20'000; ++turns) {
    QWheelEvent turn(QPointF(9, 9), QPointF(9, 9), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view->viewport(), &turn);
    QVERIFY(bar->value() >= last);
    last = bar->value();
  }
  QVERIFY(view->viewport()->rect().contains(view->pointOf(view->text().size())));
}

void TestFullText::theKeyboardGoesEverywhere() {
  // A letter of three code points, a pair of surrogates, a mark, an empty line, a cut within a long line.
  const QByteArray text = "e\xcc\x81\xcc\x82x\xf0\x9f\x98\x80\xe2\x80\xae"
                          "a\r\n\nz" +
                          QByteArray(4'500, 'q') + "\nend";
  auto view = shown(text);
  std::vector<qsizetype> forth{0}, back;
  for (int i = 0; i < 6'000 && view->caret() < text.size(); ++i) {
    QTest::keyClick(view.get(), Qt::Key_Right);
    QVERIFY(view->caret() > forth.back());
    forth.push_back(view->caret());
  }
  QCOMPARE(view->caret(), text.size());
  QCOMPARE(std::vector(forth.begin(), forth.begin() + 7), (std::vector<qsizetype>{0, 5, 6, 10, 13, 14, 16}));
  back.push_back(view->caret());
  while (view->caret() > 0 && back.size() < 6'000) {
    QTest::keyClick(view.get(), Qt::Key_Left);
    QVERIFY(view->caret() < back.back());
    back.push_back(view->caret());
  }
  std::reverse(back.begin(), back.end());
  QCOMPARE(back, forth);
  for (int i = 0; i < 300 && view->caret() + 3 < text.size(); ++i)
    QTest::keyClick(view.get(), Qt::Key_Down, Qt::ShiftModifier);
  QVERIFY(view->caret() + 3 >= text.size());
  QCOMPARE(view->selectionStart(), 0);
  for (int i = 0; i < 300 && view->caret() > 0; ++i)
    QTest::keyClick(view.get(), Qt::Key_Up);
  QCOMPARE(view->caret(), 0);
  QTest::keyClick(view.get(), Qt::Key_End);
  QCOMPARE(view->caret(), 14);
  QTest::keyClick(view.get(), Qt::Key_Home);
  QCOMPARE(view->caret(), 0);
}

/// A mark of byte order is a character like others.
void TestFullText::copiesWhatIsThere() {
  auto view = shown("\uFEFFa\0b"_ba);
  view->copy();
  QCOMPARE(QApplication::clipboard()->text(), u"\uFEFFa\0b"_s);
  FullTextAccessible seen(view.get());
  QCOMPARE(seen.text(0, -1).size(), seen.characterCount());
}

void TestFullText::theMouseSelects() {
  auto view = shown("first line\nsecond line\nthird");
  const auto at = [&](qsizetype byte) { return view->pointOf(byte) + QPoint(1, 4); };
  QTest::mousePress(view->viewport(), Qt::LeftButton, {}, at(6));
  QTest::mouseMove(view->viewport(), at(17));
  QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, at(17));
  QCOMPARE(view->selectionStart(), 6);
  QCOMPARE(view->selectionEnd(), 17);
  QTest::keyClick(view.get(), Qt::Key_C, Qt::ControlModifier);
  QCOMPARE(QApplication::clipboard()->text(), u"line\nsecond"_s);
  QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, at(2));
  QCOMPARE(view->selectionStart(), 0);
  QCOMPARE(view->selectionEnd(), 5);
}

void TestFullText::findsInBothDirections() {
  auto view = shown("one two One\n" + QByteArray(3'000, '-') + "\ntwo");
  QSignalSpy found(view.get(), &FullTextView::findFinished);
  const auto look = [&](const QString &what, bool matchCase, bool backwards) {
    view->find(what, matchCase, backwards);
    return view->selectionStart();
  };
  QCOMPARE(look(u"two"_s, true, false), 4);
  QCOMPARE(look(u"two"_s, true, false), view->text().size() - 3);
  QVERIFY(view->viewport()->rect().contains(view->pointOf(view->selectionStart())));
  QCOMPARE(look(u"one"_s, false, false), 0);
  QCOMPARE(found.last(), (QVariantList{true, true}));
  QCOMPARE(look(u"one"_s, false, false), 8);
  QCOMPARE(look(u"two"_s, true, true), 4);
  QCOMPARE(look(u"absent"_s, false, false), 4);
  QCOMPARE(found.last(), (QVariantList{false, true}));
}

void TestFullText::staysInItsPlace() {
  QByteArray lines;
  for (int i = 0; i < 3'000; ++i)
    lines += "line " + QByteArray::number(i) + '\n';
  auto view = shown(lines);
  const qsizetype wanted = lines.indexOf("line 1500\n");
  view->select(wanted, wanted);
  const QPoint before = view->pointOf(wanted);
  view->updateText(lines + "one more\n");
  QCOMPARE(view->pointOf(wanted), before);
  QCOMPARE(view->caret(), wanted);
  view->resize(500, 320);
  QCOMPARE(view->pointOf(wanted), before);
  view->setText(lines);
  QCOMPARE(view->caret(), 0);
  QCOMPARE(view->verticalScrollBar()->value(), 0);
}

void TestFullText::assistiveToolsReadAllOfIt() {
  const QByteArray text = "a\0b \xf0\x9f\x98\x80 c\n"_ba + QByteArray(5'000, 'x') + "\n\xc3\xa9nd";
  auto view = shown(text);
  FullTextAccessible seen(view.get());
  QCOMPARE(seen.text(QAccessible::Name), u"Full text"_s);
  const QString whole = seen.text(0, -1);
  QCOMPARE(seen.characterCount(), int(whole.toUcs4().size()));
  QVERIFY(whole.startsWith(u"a\u2400b 😀 c\n"_s) && whole.endsWith(u"x\nénd"));
  QCOMPARE(seen.text(4, 5), u"😀"_s);
  QCOMPARE(seen.text(seen.characterCount() - 3, seen.characterCount()), u"énd"_s);
  seen.setSelection(0, 4, 7);
  int start = 0, end = 0;
  seen.selection(0, &start, &end);
  QCOMPARE(start, 4);
  QCOMPARE(end, 7);
  QCOMPARE(seen.cursorPosition(), 7);
  const QRect letter = seen.characterRect(6);
  QCOMPARE(seen.offsetAtPoint(letter.center() - QPoint(letter.width() / 4, 0)), 6);
  QVERIFY(seen.state().readOnly);
}

void TestFullText::thePanelGoesBackToWhereItCameFrom() {
  auto *page = new QWidget;
  auto *field = new QLineEdit(page);
  FullTextPlace place(page);
  place.resize(600, 300);
  place.show();
  place.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&place));
  field->setFocus();
  place.open(u"Log line 3"_s, "a\nb a\nc");
  QVERIFY(place.isOpen() && place.panel()->view()->hasFocus());
  QTest::keyClick(place.panel()->view(), Qt::Key_F, Qt::ControlModifier);
  auto *find = place.panel()->findChild<QLineEdit *>(u"Find"_s);
  QTRY_VERIFY(find->hasFocus());
  QTest::keyClicks(find, u"a"_s);
  QTest::keyClick(find, Qt::Key_Return);
  QTest::keyClick(find, Qt::Key_Return);
  QCOMPARE(place.panel()->view()->selectionStart(), 4);
  QTest::keyClick(find, Qt::Key_Escape);
  QVERIFY(place.isOpen() && place.panel()->view()->hasFocus());
  QTest::mouseClick(place.panel()->findChild<QPushButton *>(u"Copy"_s), Qt::LeftButton);
  QCOMPARE(QApplication::clipboard()->text(), u"a"_s);
  place.panel()->view()->setFocus();
  QTest::keyClick(place.panel()->view(), Qt::Key_Escape);
  QTRY_VERIFY(!place.isOpen() && field->hasFocus());
}

void TestFullText::thePanelSavesByteForByte() {
  const QTemporaryDir folder;
  const QByteArray bytes = "\x1b[31mred\x1b[0m\xff\0end"_ba;
  FullTextPlace place(new QWidget);
  place.resize(600, 300);
  place.show();
  place.open(u"Value"_s, bytes, QString(5'000, u'v') + u"/../etc.txt"_s);
  QTest::mouseClick(place.panel()->findChild<QPushButton *>(u"Save to file"_s), Qt::LeftButton);
  QFileDialog *dialog = nullptr;
  QTRY_VERIFY(dialog = place.findChild<QFileDialog *>());
  QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), QString(80, u'v') + u".txt"_s);
  const QString name = folder.filePath(u"value.txt"_s);
  dialog->selectFile(name);
  static_cast<QDialog *>(dialog)->accept();
  const auto written = [&] {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  };
  QTRY_COMPARE_WITH_TIMEOUT(written(), bytes, Patience);
}

int main(int argc, char **argv) {
  qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
  Stalls app(argc, argv);
  const ThemeController theme(ThemeSetting::Light);
  TestFullText test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_fulltext.moc"
