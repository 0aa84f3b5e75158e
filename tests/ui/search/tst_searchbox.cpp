// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/workspace/shop.h"
#include "ui/views/searchcompleter.h"
#include "ui/views/searchcontrol.h"
#include "ui/widgets/searchbox.h"
#include "workspace/longreads.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"
#include "workspace/settings.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace oxp::test;

namespace {

/// A server with the queue `orders`, whose payloads have one field of their own, and a session to it.
class Place {
public:
  bool start(const QByteArray &field) {
    if (!server.start())
      return false;
    addQueue(Orders, field);
    session = std::make_unique<ProfileSession>(m_around.setup(profileOf(server.endpoint())));
    session->link().connectNow();
    return QTest::qWaitFor([this] { return session->queues().discovery().complete; }, 20'000);
  }
  void addQueue(const QueueId &queue, const QByteArray &field) {
    seedQueue(server, queue, 1);
    server.run({"HSET", queue.key("1"), "data", "{\"" + field + "\":1}"});
  }
  QueueInfo queue(const QueueId &id = Orders) const { return *session->queues().find(id); }

  RedisServer server;
  std::unique_ptr<ProfileSession> session;

private:
  Surroundings m_around;
};

/// The box and what stands behind it.
struct Box {
  explicit Box(const QString &folder)
      : settings(folder + u"/oxpecker.ini"_qs)
      , control(&box, settings) {
    box.show();
  }

  QLineEdit *field() const { return box.field(); }
  QString said() const { return box.field()->accessibleDescription(); }
  QStringList offered(const QString &text) const {
    QStringList words;
    for (const SearchOffer &offer : control.findChild<SearchCompleter *>()->offers(text, text.size()))
      words << offer.text;
    return words;
  }
  /// The menu that a button opens now; gone with its owner.
  std::unique_ptr<QMenu> menu(const char *button) {
    box.findChild<QPushButton *>(QLatin1String(button))->click();
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (menu) {
      menu->setAttribute(Qt::WA_DeleteOnClose, false);
      menu->close();
    }
    return std::unique_ptr<QMenu>(menu);
  }
  static QAction *entry(const QMenu &menu, const QString &text) {
    for (QAction *action : menu.actions())
      if (action->text() == text)
        return action;
    return nullptr;
  }

  SearchBox box;
  Settings settings;
  SearchControl control;
};

QStringList textsOf(const QMenu &menu) {
  QStringList texts;
  for (const QAction *action : menu.actions())
    texts << action->text();
  return texts;
}

} // namespace

class TestSearchBox : public QObject {
  Q_OBJECT

private slots:
  void learnsFieldsAgainAfterASwitch();
  void keepsTheFieldsOfProfilesApart();
  void saysTheSameProblemAgain();
  void offersOperators_data();
  void offersOperators();
  void putsOperatorsIn();
  void saysWhatEachEngineCosts();
  void keepsSavedSearchesByProfile();

private:
  QTemporaryDir m_folder;
};

void TestSearchBox::learnsFieldsAgainAfterASwitch() {
  const QueueId refunds{"bull", "refunds"};
  Place place;
  QVERIFY(place.start("orderId"));
  place.addQueue(refunds, "refundId");
  place.session->refresh();
  QTRY_VERIFY(place.session->queues().find(refunds));
  Box t(m_folder.path());
  const auto visit = [&](const QueueId &id) {
    t.control.setPlace(place.session.get(), place.queue(id), StateTab::Waiting);
    emit t.box.focused();
  };
  for (int turn = 0; turn < 2; ++turn) {
    visit(Orders);
    QTRY_COMPARE(t.offered(u"data."_qs), QStringList{u"data.orderId"_qs});
    visit(refunds);
    QTRY_COMPARE(t.offered(u"data."_qs), QStringList{u"data.refundId"_qs});
  }
  // The first answer comes when nobody wants it any more.
  visit(Orders);
  visit(refunds);
  visit(Orders);
  QTRY_COMPARE(t.offered(u"data."_qs), QStringList{u"data.orderId"_qs});
}

void TestSearchBox::keepsTheFieldsOfProfilesApart() {
  Place staging, production;
  QVERIFY(staging.start("stagingOnly"));
  QVERIFY(production.start("productionOnly"));
  Box t(m_folder.path());
  t.control.setPlace(staging.session.get(), staging.queue(), StateTab::Waiting);
  emit t.box.focused();
  t.control.setPlace(production.session.get(), production.queue(), StateTab::Waiting);
  emit t.box.focused();
  QTRY_COMPARE(t.offered(u"data."_qs), QStringList{u"data.productionOnly"_qs});
  // Also when the late one comes after it: the server stands still until then.
  staging.server.freeze();
  t.control.setPlace(staging.session.get(), staging.queue(), StateTab::Waiting);
  emit t.box.focused();
  t.control.setPlace(production.session.get(), production.queue(), StateTab::Waiting);
  emit t.box.focused();
  QTRY_COMPARE(t.offered(u"data."_qs), QStringList{u"data.productionOnly"_qs});
  staging.server.thaw();
  std::optional<search::FieldPaths> later; // asked of the same server after it
  staging.session->longReads().requestFieldPaths(
      staging.queue(), this,
      [&](Result<search::FieldPaths> paths) { later = paths ? std::move(*paths) : search::FieldPaths(); });
  QTRY_VERIFY(later);
  QCOMPARE(t.offered(u"data."_qs), QStringList{u"data.productionOnly"_qs});
}

void TestSearchBox::saysTheSameProblemAgain() {
  Place place;
  QVERIFY(place.start("sum"));
  Box t(m_folder.path());
  t.control.setPlace(place.session.get(), place.queue(), StateTab::Waiting);
  QTest::keyClicks(t.field(), u"eror = x"_qs);
  QTRY_VERIFY(t.said().contains(u"eror"));
  QTest::keyClicks(t.field(), u"y"_qs);
  QVERIFY(t.said().isEmpty()); // not while somebody types
  QTest::keyClick(t.field(), Qt::Key_Backspace);
  QTRY_VERIFY(t.said().contains(u"eror"));
}

void TestSearchBox::offersOperators_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("offered");
  const auto row = [](const char *text, const char *offered) {
    QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(offered);
  };
  row("data.sum ", "= != : ~ > >= < <=");
  row("data.a[*].\"b c\" ", "= != : ~ > >= < <=");
  row("x and result ", "= != : ~ > >= < <=");
  row("name ", "= != : ~");
  row("state ", "= !=");
  row("attempts ", "= != > >= < <=");
  row("finished ", "> < =");
  row("data.sum", "");
  row("data.sum =", "");
  row("data.sum = ", "");
  row("data.sum = 5 ", "");
  row("shoe ", "");
  row("state = fail", "failed");
}

void TestSearchBox::offersOperators() {
  QFETCH(QString, text);
  QFETCH(QString, offered);
  Box t(m_folder.path());
  QCOMPARE(t.offered(text).join(u' '), offered);
  if (offered.startsWith(u'=') || offered.startsWith(u'>'))
    for (const SearchOffer &offer : t.control.findChild<SearchCompleter *>()->offers(text, text.size()))
      QVERIFY2(!offer.meaning.isEmpty(), qPrintable(offer.text));
}

void TestSearchBox::putsOperatorsIn() {
  Box t(m_folder.path());
  QVERIFY(QTest::qWaitForWindowActive(&t.box));
  t.field()->setFocus();
  QTRY_VERIFY(t.field()->hasFocus());
  QTest::keyClicks(t.field(), u"data.sum "_qs);
  QWidget *popup = QApplication::activePopupWidget();
  QVERIFY(popup);
  QCOMPARE(popup->objectName(), u"Search suggestions"_qs);
  for (int i = 0; i < 2; ++i)
    QTest::keyClick(popup, Qt::Key_Down);
  QTest::keyClick(popup, Qt::Key_Return);
  QCOMPARE(t.field()->text(), u"data.sum != "_qs);
  QCOMPARE(t.field()->cursorPosition(), 12);
}

void TestSearchBox::saysWhatEachEngineCosts() {
  Box t(m_folder.path());
  QStringList costs;
  const auto menu = t.menu("Search scope");
  QVERIFY(menu);
  QVERIFY(menu->toolTipsVisible());
  for (const QAction *action : menu->actions())
    if (action->text().startsWith(u"Read the jobs here: ") ||
        action->text().startsWith(u"Sort out on the server: "))
      costs << action->toolTip();
  QCOMPARE(costs.size(), 2);
  for (const QString &cost : costs)
    QVERIFY2(cost.contains(u"costs the server"), qPrintable(cost));
}

void TestSearchBox::keepsSavedSearchesByProfile() {
  Place staging, production;
  QVERIFY(staging.start("sum") && production.start("sum"));
  Box t(m_folder.path());
  t.control.setPlace(staging.session.get(), staging.queue(), StateTab::Waiting);
  t.box.setText(u"data.sum > 5"_qs);
  Box::entry(*t.menu("Saved searches"), u"Save this search"_qs)->trigger();
  t.box.setText({});
  QVERIFY(textsOf(*t.menu("Saved searches")).contains(u"data.sum > 5"_qs));
  t.control.setPlace(production.session.get(), production.queue(), StateTab::Waiting);
  QVERIFY(!textsOf(*t.menu("Saved searches")).contains(u"data.sum > 5"_qs));
}

QTEST_MAIN(TestSearchBox)
#include "tst_searchbox.moc"
