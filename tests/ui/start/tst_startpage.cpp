// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/connectionedit.h"
#include "ui/window/windowtest.h"

#include <QAccessible>
#include <QAccessibleTextInterface>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>

using namespace oxp;
using namespace oxp::test;

namespace {

const QString Secret = QStringLiteral("s3cr3t-PW");

} // namespace

/// Somebody with nothing but a line, and a keyboard.
class TestStartPage : public QObject {
  Q_OBJECT

public:
  static void initMain() { leaveSessionBus(); }

private slots:
  void init();
  void cleanup();
  void hasItsFieldInFocus();
  void connectsByKeyboardAlone();
  void keepsThePasswordToItself();
  void editsWithinAMask();
  void repairsInOnePress();
  void saysWhatIsMissing();
  void saysThatANameIsNotKnown();
  void guessesWhatItIsFor();
  void asksForAPassword();
  void saysThatNobodyIsThere();
  void cutsNoSentence();
  void opensTheForm();
  void theFormTakesALine();

private:
  ConnectionEdit *field() { return m_person->see<ConnectionEdit>(u"Connect to"_qs); }
  /// Types it, as with ten fingers.
  bool type(const QString &text);
  /// Puts it there at once, as a paste does.
  void paste(const QString &text);
  QString result();
  bool resultSays(const QString &words);
  static QString spoken(QWidget *widget);

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<Person> m_person;
};

void TestStartPage::init() {
  m_folder = std::make_unique<QTemporaryDir>();
  m_person = std::make_unique<Person>();
  QVERIFY(m_person->start({}, m_folder->path()));
}

void TestStartPage::cleanup() {
  m_person->leave();
  m_person.reset();
}

bool TestStartPage::type(const QString &text) {
  field()->setFocus();
  return m_person->keys(text);
}

void TestStartPage::paste(const QString &text) {
  QGuiApplication::clipboard()->setText(text);
  field()->setFocus();
  field()->selectAll();
  field()->paste();
  QGuiApplication::clipboard()->clear();
}

QString TestStartPage::result() {
  const auto *strip = m_person->window()->findChild<QWidget *>(u"Result"_qs);
  return strip && strip->isVisible() ? strip->accessibleDescription() : QString();
}

bool TestStartPage::resultSays(const QString &words) {
  return m_person->waits(qPrintable(words), [&] { return result().contains(words); });
}

/// All that an assistive tool reads of a widget.
QString TestStartPage::spoken(QWidget *widget) {
  QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
  QString all = interface->text(QAccessible::Name) + interface->text(QAccessible::Description) +
                interface->text(QAccessible::Value);
  if (QAccessibleTextInterface *text = interface->textInterface())
    all += text->text(0, text->characterCount());
  return all;
}

void TestStartPage::hasItsFieldInFocus() {
  QVERIFY(field());
  QCOMPARE(QApplication::focusWidget(), field());
  QVERIFY(!m_person->see<QPushButton>(u"Connect"_qs)->isEnabled());
  QVERIFY(!m_person->sees(u"Connection details"_qs));
  QVERIFY(!m_person->sees(u"Environment"_qs));
  QVERIFY(m_person->key(Qt::Key_Return)); // nothing to test, and no line break
  QVERIFY(field()->text().isEmpty());
}

void TestStartPage::connectsByKeyboardAlone() {
  Shop shop;
  QVERIFY(shop.start());
  shop.add("failed", "{\"a\":1}");
  const Keys before = shop.keys();
  QVERIFY(type(shop.server.url()));
  auto *details = m_person->see<QListWidget>(u"Connection details"_qs);
  QVERIFY(details);
  QCOMPARE(details->item(0)->data(Qt::AccessibleTextRole).toString(),
           u"Socket: "_qs + shop.server.socketPath());
  QVERIFY(m_person->key(Qt::Key_Return));
  QVERIFY(resultSays(u"1 queue"_qs));
  QVERIFY2(result().contains(u"Redis") && result().contains(u"a primary"), qPrintable(result()));
  auto *prefixes = m_person->see<QTableView>(u"Found prefixes"_qs);
  QVERIFY(prefixes);
  const QModelIndex first = prefixes->model()->index(0, 0);
  QCOMPARE(first.data().toString(), u"bull"_qs);
  QCOMPARE(first.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
  QCOMPARE(first.siblingAtColumn(1).data().toString(), u"1"_qs);
  QVERIFY(first.siblingAtColumn(4).data().toString().startsWith(u"orders"));
  QCOMPARE(QApplication::focusWidget(), m_person->see(u"Connect"_qs));
  QVERIFY(m_person->window()->tree());
  QVERIFY(m_person->key(Qt::Key_Return));
  QVERIFY(m_person->waits("the keyboard in the overview", [] {
    const auto *table = qobject_cast<QTableView *>(QApplication::focusWidget());
    return table && table->accessibleName() == u"Overview"_qs && table->currentIndex().row() == 0;
  }));
  const QString name = shop.server.socketPath().section(u'/', -1);
  QVERIFY(m_person->chooseRow({name, u"orders"_qs}));
  QVERIFY(!m_person->sees(u"Connect to"_qs));
  QVERIFY2(differing(before, shop.keys()).isEmpty(), "looking wrote something");
}

void TestStartPage::keepsThePasswordToItself() {
  const QString line = u"redis://:"_qs + Secret + u"@127.0.0.1:1"_qs;
  for (const QChar letter : line) {
    QVERIFY(type(letter));
    QVERIFY2(!field()->toPlainText().contains(u"s3cr3t"), qPrintable(field()->toPlainText()));
  }
  QCOMPARE(field()->text(), line);
  QCOMPARE(field()->toPlainText(), u"redis://:•••••••••@127.0.0.1:1"_qs);
  QVERIFY(!spoken(field()).contains(u"s3cr3t"));
  const auto *details = m_person->see<QListWidget>(u"Connection details"_qs);
  for (int row = 0; row < details->count(); ++row)
    QVERIFY(!details->item(row)->data(Qt::AccessibleTextRole).toString().contains(Secret));
  const auto copied = [&] {
    QGuiApplication::clipboard()->clear();
    field()->selectAll();
    field()->copy();
    return QGuiApplication::clipboard()->text();
  };
  QCOMPARE(copied(), u"redis://:•••••••••@127.0.0.1:1"_qs);
  QVERIFY(m_person->press(u"Show the password"_qs));
  QCOMPARE(field()->toPlainText(), line);
  QCOMPARE(copied(), u"redis://:•••••••••@127.0.0.1:1"_qs);
  QVERIFY(m_person->press(u"Show the password"_qs));
  QVERIFY(!field()->toPlainText().contains(u"s3cr3t"));
  QVERIFY(m_person->press(u"Empty the field"_qs));
  QVERIFY(field()->text().isEmpty());
  QVERIFY(m_person->key(Qt::Key_Z, Qt::ControlModifier));
  QVERIFY(field()->text().isEmpty());
}

/// The bullets are not the text: what is put in or taken out goes to the right letter.
void TestStartPage::editsWithinAMask() {
  paste(u"redis://:abcdef@h:6380"_qs);
  QCOMPARE(field()->toPlainText(), u"redis://:••••••@h:6380"_qs);
  QTextCursor cursor = field()->textCursor();
  cursor.setPosition(12); // behind abc
  field()->setTextCursor(cursor);
  QVERIFY(m_person->key(Qt::Key_Backspace));
  QCOMPARE(field()->text(), u"redis://:abdef@h:6380"_qs);
  QVERIFY(m_person->keys(u"XY"_qs));
  QCOMPARE(field()->text(), u"redis://:abXYdef@h:6380"_qs);
  QCOMPARE(field()->toPlainText(), u"redis://:•••••••@h:6380"_qs);
  QCOMPARE(field()->textCursor().position(), 13);
  QVERIFY(m_person->key(Qt::Key_Delete));
  QCOMPARE(field()->text(), u"redis://:abXYef@h:6380"_qs);
  QVERIFY(m_person->key(Qt::Key_End));
  QVERIFY(m_person->keys(u"/2"_qs));
  QCOMPARE(field()->text(), u"redis://:abXYef@h:6380/2"_qs);
  paste(u"{ host: 'h',\n  password: 'pw' }"_qs);
  QCOMPARE(field()->toPlainText(), u"{ host: 'h',\n  password: '••' }"_qs);
  QCOMPARE(field()->text(), u"{ host: 'h',\n  password: 'pw' }"_qs);
}

void TestStartPage::repairsInOnePress() {
  RedisServer server({true, {u"--requirepass"_qs, u"ab#cd"_qs}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  paste(u"redis://:ab#cd@127.0.0.1:%1"_qs.arg(server.port()));
  QVERIFY(m_person->reads(u"Column 12: the password has a raw #, which ends a URL. Write %23."_qs));
  QCOMPARE(field()->toPlainText(), u"redis://:••#••@127.0.0.1:%1"_qs.arg(server.port()));
  QVERIFY(!m_person->see<QPushButton>(u"Connect"_qs)->isEnabled());
  QVERIFY(m_person->press(u"Write %23"_qs));
  QCOMPARE(QApplication::focusWidget(), field());
  QVERIFY(m_person->key(Qt::Key_Return));
  QVERIFY(resultSays(u"No queues yet."_qs));
}

void TestStartPage::saysWhatIsMissing() {
  paste(u"{ host: process.env.REDIS_HOST, port: 6380, maxRetriesPerRequest: null }"_qs);
  QVERIFY(m_person->reads(u"Understood except the host: process.env.REDIS_HOST has no value here."_qs));
  QVERIFY(!m_person->see<QPushButton>(u"Connect"_qs)->isEnabled());
  QVERIFY(!m_person->window()->findChild<QWidget *>(u"Whole"_qs));
  QVERIFY(m_person->window()->findChild<QWidget *>(u"Incomplete"_qs));
  const auto ways = [this] {
    int shown = 0;
    for (const QPushButton *button : m_person->window()->findChildren<QPushButton *>())
      shown += button->isVisible() && button->text() == u"Edit as a form";
    return shown;
  };
  QCOMPARE(ways(), 1);
  QVERIFY(m_person->press(u"Edit as a form"_qs));
  auto *dialog = m_person->see<QDialog>(u"Connections"_qs);
  QVERIFY(dialog);
  QCOMPARE(m_person->see<QSpinBox>(u"Port"_qs, dialog)->value(), 6380);
  dialog->close();
  paste(u"{ host: 'redis.example.net', port: 6380 }"_qs);
  QVERIFY(m_person->window()->findChild<QWidget *>(u"Whole"_qs));
  QVERIFY(!m_person->window()->findChild<QWidget *>(u"Incomplete"_qs));
  QCOMPARE(ways(), 1);
}

/// As the resolver answers, for a name that cannot be one.
void TestStartPage::saysThatANameIsNotKnown() {
  paste(u"redis://redis.invalid:6379"_qs);
  QVERIFY(m_person->key(Qt::Key_Return));
  QVERIFY(m_person->waits("what became of it", [this] { return !result().isEmpty(); }));
  QVERIFY(resultSays(u"Check its spelling, and whether it is known in this network (VPN)."_qs));
  QVERIFY2(result().contains(u"does not resolve to an address."), qPrintable(result()));
}

void TestStartPage::guessesWhatItIsFor() {
  const auto traits = [this] {
    return m_person->see<QComboBox>(u"Environment"_qs)->currentText() +
           (m_person->see<QRadioButton>(u"Viewer"_qs)->isChecked() ? u", viewer"_qs : u", operator"_qs);
  };
  paste(u"redis://redis-prod.example.net"_qs);
  QCOMPARE(traits(), u"Production, viewer"_qs);
  QCOMPARE(m_person->see<QLineEdit>(u"Name"_qs)->text(), u"redis-prod"_qs);
  paste(u"redis://staging.redis.example.net"_qs);
  QCOMPARE(traits(), u"Staging, operator"_qs);
  paste(u"127.0.0.1:6380"_qs);
  QCOMPARE(traits(), u"Local, operator"_qs);
  paste(u"REDIS_URL=redis://10.20.3.17 NODE_ENV=production"_qs);
  QCOMPARE(traits(), u"Production, viewer"_qs);
  paste(u"10.20.3.17"_qs);
  QCOMPARE(traits(), u"Production, viewer"_qs);
  // What a person chose stays while they type on.
  m_person->see<QComboBox>(u"Environment"_qs)->setCurrentIndex(1);
  QCOMPARE(traits(), u"Staging, operator"_qs);
  QVERIFY(type(u":6380"_qs));
  QCOMPARE(traits(), u"Staging, operator"_qs);
}

void TestStartPage::asksForAPassword() {
  RedisServer server({true, {u"--requirepass"_qs, Secret}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  paste(u"127.0.0.1:%1"_qs.arg(server.port()));
  QVERIFY(m_person->key(Qt::Key_Return));
  QVERIFY(resultSays(u"Redis asks for a password."_qs));
  QVERIFY(m_person->press(u"Enter password…"_qs));
  auto *dialog = m_person->waits("the dialog", [] { return QApplication::activeModalWidget() != nullptr; })
                     ? QApplication::activeModalWidget()
                     : nullptr;
  QVERIFY(dialog);
  QVERIFY(m_person->type(u"Password"_qs, Secret, dialog));
  QTest::keyClick(dialog, Qt::Key_Return);
  QVERIFY(resultSays(u"No queues yet."_qs));
}

void TestStartPage::saysThatNobodyIsThere() {
  paste(u"127.0.0.1:1"_qs);
  QVERIFY(m_person->key(Qt::Key_Return));
  QVERIFY(resultSays(u"The server cannot be reached."_qs));
  paste(u"127.0.0.1:2"_qs); // another text: what was said of the first is gone
  QVERIFY(result().isEmpty());
}

/// Headline and remedy of what went wrong can be read to their ends.
void TestStartPage::cutsNoSentence() {
  RedisServer server({true, {}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  paste(u"rediss://127.0.0.1:%1"_qs.arg(server.port()));
  QVERIFY(m_person->key(Qt::Key_Return));
  QVERIFY(resultSays(u"or name its port for TLS."_qs));
  const QList<QLabel *> labels =
      m_person->window()->findChild<QWidget *>(u"Result"_qs)->findChildren<QLabel *>();
  const auto whole = [](const QLabel *label) {
    return label->isHidden() || label->text().isEmpty() ||
           (label->wordWrap() ? label->heightForWidth(label->width()) <= label->height()
                              : label->sizeHint().width() <= label->width());
  };
  QVERIFY(!labels.isEmpty());
  QVERIFY(m_person->waits("room for the words", [&] { return std::ranges::all_of(labels, whole); }));
}

void TestStartPage::opensTheForm() {
  paste(u"redis-cli -h redis.example.net -p 6380 --user ada -a "_qs + Secret);
  QVERIFY(m_person->press(u"Edit as a form"_qs));
  auto *dialog = m_person->see<QDialog>(u"Connections"_qs);
  QVERIFY(dialog);
  QCOMPARE(m_person->see<QLineEdit>(u"Host"_qs, dialog)->text(), u"redis.example.net"_qs);
  QCOMPARE(m_person->see<QSpinBox>(u"Port"_qs, dialog)->value(), 6380);
  QCOMPARE(m_person->see<QLineEdit>(u"User"_qs, dialog)->text(), u"ada"_qs);
  QCOMPARE(m_person->see<QLineEdit>(u"Password"_qs, dialog)->text(), Secret);
  dialog->close();
}

void TestStartPage::theFormTakesALine() {
  QVERIFY(m_person->key(Qt::Key_N, Qt::ControlModifier));
  auto *dialog = m_person->see<QDialog>(u"Connections"_qs);
  QVERIFY(dialog);
  auto *entry = m_person->see<ConnectionEdit>(u"Connect to"_qs, dialog);
  QVERIFY(entry);
  entry->setFocus();
  QTest::keyClicks(entry, u"redis://ada:"_qs + Secret + u"@redis-prod.example.net:6390/4"_qs);
  QCOMPARE(m_person->see<QLineEdit>(u"Host"_qs, dialog)->text(), u"redis-prod.example.net"_qs);
  QCOMPARE(m_person->see<QSpinBox>(u"Port"_qs, dialog)->value(), 6390);
  QCOMPARE(m_person->see<QSpinBox>(u"Database"_qs, dialog)->value(), 4);
  QCOMPARE(m_person->see<QLineEdit>(u"User"_qs, dialog)->text(), u"ada"_qs);
  QCOMPARE(m_person->see<QLineEdit>(u"Password"_qs, dialog)->text(), Secret);
  QCOMPARE(m_person->see<QComboBox>(u"Environment"_qs, dialog)->currentText(), u"Production"_qs);
  QVERIFY(!entry->toPlainText().contains(Secret));
  dialog->close();
}

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
