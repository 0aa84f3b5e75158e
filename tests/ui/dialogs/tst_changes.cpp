// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `Changes to make`: rows of every kind, what is wrong told at its place, moved and removed by keyboard, and
// the same list as JSON.
#include "edits/codec.h"
#include "ui/dialogs/changerow.h"
#include "ui/dialogs/changeseditor.h"
#include "ui/dialogs/changewords.h"
#include "ui/dialogs/pathcompleter.h"
#include "ui/editor/jsoneditor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/shortenedfield.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;
using Kind = edits::Change::Kind;

namespace {

search::FieldPaths seenPaths() {
  search::FieldPaths paths;
  paths.learn(search::Field::Data, R"({"shipTo":{"cntry":"CN","zip":"3100"},"items":[{"sku":"a"}]})");
  paths.learn(search::Field::Data, R"({"shipTo":{"cntry":"DE","zip":null}})");
  paths.learn(search::Field::Data, R"({"shipTo":{"cntry":"FR"}})");
  return paths;
}

} // namespace

class TestChanges : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void makesEveryKind_data();
  void makesEveryKind();
  void saysWhatIsWrongBelow_data();
  void saysWhatIsWrongBelow();
  void saysHowWordsAreTaken_data();
  void saysHowWordsAreTaken();
  void leavesAPathAloneWhileItIsTyped();
  void tellsWhatIsMissing();
  void keepsWhatAnotherKindDoesNotTake();
  void addsAndRemovesByKeyboard();
  void movesByKeyboard();
  void goesToJsonAndBack();
  void saysWhatIsWrongInJson();
  void leavesNothingBehindInTheSwitch();
  void offersPaths();
  void completesAPath();
  void shortensInTheMiddle();

private:
  QList<ChangeRow *> rows() const;
  ShortenedField *field(int row, const char *name) const {
    return rows()[row]->findChild<ShortenedField *>(QLatin1StringView(name));
  }
  void choose(int row, Kind kind) const {
    auto *box = rows()[row]->findChild<QComboBox *>(u"Kind"_s);
    box->setCurrentIndex(box->findData(int(kind)));
  }
  QPushButton *button(const char *name) const {
    return m_editor->findChild<QPushButton *>(QLatin1StringView(name));
  }
  QString below(int row) const;
  QByteArray json() const {
    const auto changes = m_editor->changes();
    return changes ? edits::toJson(*changes) : QByteArray();
  }

  std::unique_ptr<ThemeController> m_theme;
  std::unique_ptr<ChangesEditor> m_editor;
};

void TestChanges::init() {
  m_theme = std::make_unique<ThemeController>(ThemeSetting::Light);
  m_editor = std::make_unique<ChangesEditor>();
  m_editor->resize(576, 400);
  m_editor->show();
  QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
  m_editor->focusFirst();
}

void TestChanges::cleanup() {
  m_editor.reset();
  m_theme.reset();
}

/// From the top to the bottom.
QList<ChangeRow *> TestChanges::rows() const {
  QList<ChangeRow *> found;
  for (ChangeRow *row : m_editor->findChildren<ChangeRow *>())
    if (!row->isHidden())
      found << row;
  QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
  std::sort(found.begin(), found.end(), [](auto *a, auto *b) { return a->y() < b->y(); });
  return found;
}

/// What stands below a row's fields, whichever label it is.
QString TestChanges::below(int row) const {
  for (const QLabel *label : rows()[row]->findChildren<QLabel *>())
    if (label->isVisible() && label->text().size() > 4)
      return label->text();
  return {};
}

void TestChanges::makesEveryKind_data() {
  QTest::addColumn<Kind>("kind");
  QTest::addColumn<QStringList>("typed"); // path, value, with
  QTest::addColumn<QByteArray>("json");
  const auto row = [](Kind kind, const QStringList &typed, const QByteArray &json) {
    QTest::newRow(qPrintable(changewords::kind(kind))) << kind << typed << '[' + json + ']';
  };
  row(Kind::Set, {u"data.stage"_s, u"packing"_s}, R"({"change":"set","path":"stage","value":"packing"})");
  row(Kind::SetIfAbsent, {u"a"_s, u"1.20"_s}, R"({"change":"setIfAbsent","path":"a","value":1.20})");
  row(Kind::Remove, {u"items[*].sku"_s}, R"({"change":"remove","path":"items[*].sku"})");
  row(Kind::Rename, {u"shipTo.cntry"_s, u"country"_s},
      R"({"change":"rename","path":"shipTo.cntry","to":"country"})");
  row(Kind::Move, {u"a"_s, u"data.b"_s}, R"({"change":"move","path":"a","to":"b"})");
  row(Kind::Increment, {u"n"_s, u"0.10"_s}, R"({"change":"increment","path":"n","value":0.10})");
  row(Kind::ReplaceText, {u"notes[*].text"_s, u"gateway A"_s, u"gateway B"_s},
      R"({"change":"replaceText","path":"notes[*].text","find":"gateway A","with":"gateway B","regex":false})");
  row(Kind::Patch, {u"data"_s, uR"([{"op":"remove","path":"/a"}])"_s},
      R"({"change":"patch","path":"","value":[{"op":"remove","path":"/a"}]})");
  row(Kind::MergePatch, {u"data"_s, u"{\"a\":null}"_s},
      R"({"change":"mergePatch","path":"","value":{"a":null}})");
}

void TestChanges::makesEveryKind() {
  QFETCH(Kind, kind);
  QFETCH(QStringList, typed);
  QFETCH(QByteArray, json);
  choose(0, kind);
  const char *const names[] = {"Path", "Value", "With"};
  for (int i = 0; i < 3; ++i) {
    QCOMPARE(field(0, names[i])->isVisible(), i < typed.size());
    if (i < typed.size())
      QTest::keyClicks(field(0, names[i]), typed[i]);
  }
  QCOMPARE(this->json(), json);
  QVERIFY(m_editor->missing().isEmpty());
  QVERIFY2(below(0).isEmpty(), qPrintable(below(0)));
}

void TestChanges::saysWhatIsWrongBelow_data() {
  QTest::addColumn<Kind>("kind");
  QTest::addColumn<QString>("path");
  QTest::addColumn<QString>("value");
  QTest::addColumn<QString>("wrong");
  QTest::addColumn<QString>("words");
  const auto row = [](const char *name, Kind kind, const char *path, const char *value, const char *wrong,
                      const char *words) {
    QTest::newRow(name) << kind << QString::fromUtf8(path) << QString::fromUtf8(value)
                        << QString::fromUtf8(wrong) << QString::fromUtf8(words);
  };
  row("path", Kind::Set, "data.shipTo.", "1", "Path", "This is no path");
  row("option", Kind::Set, "opts.attempts", "1", "Path", "data.opts.attempts");
  row("value", Kind::Set, "a", "{\"b\":}", "Value", "at character 6");
  row("number", Kind::Increment, "a", "many", "Value", "A number is needed");
  row("name", Kind::Rename, "a", "b.c", "Value", "one key");
  row("patch", Kind::Patch, "a", "{}", "Value", "list of operations");
}

void TestChanges::saysWhatIsWrongBelow() {
  QFETCH(Kind, kind);
  QFETCH(QString, path);
  QFETCH(QString, value);
  QFETCH(QString, wrong);
  QFETCH(QString, words);
  choose(0, kind);
  field(0, "Path")->setText(path);
  field(0, "Value")->setText(value);
  field(0, "Value")->setFocus();
  for (const char *name : {"Path", "Value"})
    QCOMPARE(field(0, name)->property("invalid").toBool(), wrong == QLatin1StringView(name));
  QVERIFY2(below(0).contains(words), qPrintable(below(0)));
  QCOMPARE(field(0, qPrintable(wrong))->accessibleDescription(), below(0));
  QVERIFY(!m_editor->changes());
  QCOMPARE(m_editor->missing(), u"Change 1 is wrong"_s);
}

void TestChanges::saysHowWordsAreTaken_data() {
  QTest::addColumn<QString>("value");
  QTest::addColumn<QString>("hint");
  QTest::addColumn<QString>("words");
  QTest::newRow("word") << u"packing"_s << u"as text"_s << QString();
  QTest::newRow("JSON") << u"\"packing\""_s << QString() << QString();
  QTest::newRow("number") << u"1.20"_s << QString() << QString();
  QTest::newRow("zeros") << u"007"_s << u"as text"_s << u"007 is no number in JSON"_s;
  QTest::newRow("literal") << u"True"_s << u"as text"_s << u"the text “True”"_s;
}

void TestChanges::saysHowWordsAreTaken() {
  QFETCH(QString, value);
  QFETCH(QString, hint);
  QFETCH(QString, words);
  field(0, "Path")->setText(u"a"_s);
  field(0, "Value")->setText(value);
  QCOMPARE(field(0, "Value")->hint(), hint);
  QCOMPARE(below(0).isEmpty(), words.isEmpty());
  QVERIFY2(below(0).contains(words), qPrintable(below(0)));
  QVERIFY(m_editor->changes());
}

void TestChanges::leavesAPathAloneWhileItIsTyped() {
  QTest::keyClicks(field(0, "Path"), u"data.shipTo."_s);
  QVERIFY(!field(0, "Path")->property("invalid").toBool());
  QCOMPARE(m_editor->missing(), u"Change 1 is wrong"_s);
  field(0, "Value")->setFocus();
  QVERIFY(field(0, "Path")->property("invalid").toBool());
  QVERIFY(below(0).startsWith(u"This is no path"_s));
  field(0, "Path")->setFocus();
  QTest::keyClicks(field(0, "Path"), u"."_s);
  QVERIFY2(!field(0, "Path")->property("invalid").toBool(), "one is at it again");
}

/// What nobody has written yet is not marked as wrong.
void TestChanges::tellsWhatIsMissing() {
  QCOMPARE(m_editor->missing(), u"No change yet"_s);
  QSignalSpy changed(m_editor.get(), &ChangesEditor::changed);
  field(0, "Path")->setText(u"a"_s);
  QVERIFY(!changed.isEmpty());
  QCOMPARE(m_editor->missing(), u"Change 1 lacks a value"_s);
  QVERIFY(below(0).isEmpty());
  QVERIFY(!field(0, "Value")->property("invalid").toBool());
  field(0, "Value")->setText(u"1"_s);
  QVERIFY(m_editor->missing().isEmpty());
  QTest::mouseClick(button("Add change"), Qt::LeftButton);
  QVERIFY2(m_editor->missing().isEmpty(), "an empty row is no change");
  QCOMPARE(m_editor->changes()->size(), size_t(1));
  field(1, "Value")->setText(u"1"_s);
  QCOMPARE(m_editor->missing(), u"Change 2 lacks a path"_s);
}

void TestChanges::keepsWhatAnotherKindDoesNotTake() {
  field(0, "Path")->setText(u"a"_s);
  field(0, "Value")->setText(u"1"_s);
  choose(0, Kind::Remove);
  QVERIFY(!field(0, "Value")->isVisible());
  QCOMPARE(json(), QByteArray(R"([{"change":"remove","path":"a"}])"));
  choose(0, Kind::Set);
  QCOMPARE(json(), QByteArray(R"([{"change":"set","path":"a","value":1}])"));
}

void TestChanges::addsAndRemovesByKeyboard() {
  field(0, "Path")->setText(u"first"_s);
  button("Add change")->setFocus();
  QTest::keyClick(button("Add change"), Qt::Key_Space);
  QCOMPARE(rows().size(), 2);
  QVERIFY(field(1, "Path")->hasFocus());
  auto *remove = rows()[0]->findChild<QToolButton *>(u"Remove change"_s);
  remove->setFocus();
  QTest::keyClick(remove, Qt::Key_Space);
  QCOMPARE(rows().size(), 1);
  QVERIFY(field(0, "Path")->hasFocus());
  QVERIFY(field(0, "Path")->text().isEmpty());
  remove = rows()[0]->findChild<QToolButton *>(u"Remove change"_s);
  QTest::keyClick(remove, Qt::Key_Space);
  QCOMPARE(rows().size(), 1); // there is always one to write in
}

void TestChanges::movesByKeyboard() {
  for (int i = 0; i < 2; ++i)
    button("Add change")->click();
  for (int i = 0; i < 3; ++i)
    field(i, "Path")->setText(QString(QChar(u'a' + i)));
  for (int i = 0; i < 3; ++i)
    choose(i, Kind::Remove);
  const auto order = [this] {
    QString all;
    for (int i = 0; i < 3; ++i)
      all += field(i, "Path")->text();
    return all;
  };
  field(2, "Path")->setFocus();
  QTest::keyClick(field(2, "Path"), Qt::Key_Up, Qt::AltModifier);
  QCOMPARE(order(), u"acb"_s);
  QVERIFY(field(1, "Path")->hasFocus());
  QTest::keyClick(field(1, "Path"), Qt::Key_Up, Qt::AltModifier);
  QTest::keyClick(field(0, "Path"), Qt::Key_Up, Qt::AltModifier); // is at the top
  QCOMPARE(order(), u"cab"_s);
  QTest::keyClick(field(0, "Path"), Qt::Key_Down, Qt::AltModifier);
  QCOMPARE(order(), u"acb"_s);
  QCOMPARE(json(), QByteArray(R"([{"change":"remove","path":"a"},{"change":"remove","path":"c"},)"
                              R"({"change":"remove","path":"b"}])"));
  auto *remove = rows()[0]->findChild<QToolButton *>(u"Remove change"_s);
  remove->setFocus();
  QTest::keyClick(remove, Qt::Key_Tab);
  QCOMPARE(QApplication::focusWidget(), rows()[1]->findChild<QComboBox *>(u"Kind"_s));
}

void TestChanges::goesToJsonAndBack() {
  field(0, "Path")->setText(u"data.price"_s);
  field(0, "Value")->setText(u"1.20"_s);
  const QByteArray before = json();
  button("Show as JSON")->click();
  auto *text = m_editor->findChild<JsonEditor *>(u"Changes as JSON"_s);
  QVERIFY(text->isVisible());
  QVERIFY(text->bytes().contains("1.20"));
  QCOMPARE(json(), before);
  text->replaceBytes(
      R"([{"change":"rename","path":"a.b","to":"c.d"},{"change":"set","path":"","value":"x"}])");
  QTRY_COMPARE(m_editor->changes()->size(), size_t(2));
  const QByteArray written = json();
  button("Show as rows")->click();
  QCOMPARE(rows().size(), 2);
  QCOMPARE(field(0, "Path")->text(), u"data.a.b"_s);
  QCOMPARE(field(0, "Value")->text(), u"\"c.d\""_s);
  QCOMPARE(field(1, "Path")->text(), u"data"_s);
  QCOMPARE(json(), written);
}

void TestChanges::saysWhatIsWrongInJson() {
  button("Show as JSON")->click();
  auto *text = m_editor->findChild<JsonEditor *>(u"Changes as JSON"_s);
  text->replaceBytes(R"([{"change":"set","path":"a"}])");
  QTRY_COMPARE(m_editor->missing(), u"Change 1: “value” is missing or wrong"_s);
  QVERIFY(!button("Show as rows")->isEnabled());
  text->replaceBytes(R"([{"change":"increment","path":"a","value":"1"}])");
  QTRY_VERIFY(m_editor->missing().startsWith(u"Change 1: A number"_s));
  text->replaceBytes("[");
  QTRY_COMPARE(m_editor->missing(), u"This is no list of changes in JSON"_s);
  QVERIFY(!m_editor->changes());
  text->replaceBytes("[]");
  QTRY_COMPARE(m_editor->missing(), u"No change yet"_s);
  QVERIFY(button("Show as rows")->isEnabled());
}

void TestChanges::leavesNothingBehindInTheSwitch() {
  field(0, "Path")->setText(u"a"_s);
  QVERIFY2(!button("Show as JSON")->isEnabled(), "JSON cannot say what is half written");
  field(0, "Path")->clear();
  QVERIFY(button("Show as JSON")->isEnabled());
}

void TestChanges::offersPaths() {
  const search::FieldPaths paths = seenPaths();
  const auto offers = pathOffers(paths, u"data.shipTo."_s);
  QCOMPARE(offers.size(), size_t(2));
  QCOMPARE(offers[0], (PathOffer{u"data.shipTo.cntry"_s, u"text"_s, u"in 100 %"_s}));
  QCOMPARE(offers[1], (PathOffer{u"data.shipTo.zip"_s, u"text or null"_s, u"in 66 %"_s}));
  QCOMPARE(pathOffers(paths, u"shipTo."_s), offers);
  QCOMPARE(pathOffers(paths, u"items[3].s"_s).front().path, u"data.items[3].sku"_s);
  const auto elements = pathOffers(paths, u"data.items["_s);
  QCOMPARE(elements[0].path, u"data.items[*]"_s);
  QCOMPARE(elements[1].path, u"data.items[0]"_s);
  QVERIFY2(pathOffers(paths, u"data.shipTo.zip"_s).empty(), "it stands there already");
  QCOMPARE(pathOffers(paths, u"data.shipTo"_s).front().path, u"data.shipTo"_s);
}

void TestChanges::completesAPath() {
  m_editor->setPaths(seenPaths());
  QTest::keyClicks(field(0, "Path"), u"data.shipTo.c"_s);
  const auto list = [this]() -> QAbstractItemView * {
    for (QWidget *widget : QApplication::topLevelWidgets())
      if (widget->objectName() == u"Path suggestions" && widget->isVisible())
        return qobject_cast<QAbstractItemView *>(widget);
    return nullptr;
  };
  QVERIFY(list());
  QVERIFY(list()->mapToGlobal(QPoint()).y() >= field(0, "Path")->mapToGlobal(QPoint(0, 20)).y());
  QTest::keyClick(list(), Qt::Key_Escape);
  QVERIFY(!list());
  QCOMPARE(field(0, "Path")->text(), u"data.shipTo.c"_s);
  QTest::keyClicks(field(0, "Path"), u"n"_s);
  QVERIFY(list());
  QTest::keyClick(list(), Qt::Key_Tab);
  QVERIFY(!list());
  QCOMPARE(field(0, "Path")->text(), u"data.shipTo.cntry"_s);
}

void TestChanges::shortensInTheMiddle() {
  const QString longPath = u"data.a.very.long.path.to.a.value.far.down"_s;
  field(0, "Path")->setText(longPath);
  field(0, "Value")->setFocus();
  QCOMPARE(field(0, "Path")->toolTip(), longPath);
  QCOMPARE(field(0, "Path")->text(), longPath);
  const QImage unfocused = field(0, "Path")->grab().toImage();
  field(0, "Path")->setFocus();
  QVERIFY(field(0, "Path")->grab().toImage() != unfocused);
  field(0, "Path")->setText(u"data.a"_s);
  QVERIFY(field(0, "Path")->toolTip().isEmpty());
}

QTEST_MAIN(TestChanges)
#include "tst_changes.moc"
