// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/auditstore.h"
#include "ui/editor/jsoneditor.h"
#include "ui/panes/draftguard.h"
#include "workspace/draftkeeper.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace oxp;

namespace {

constexpr int Oldest = 300; // ms that a draft may be behind what was typed
constexpr int Patience = 20'000;

/// An editor whose text is kept as the draft of job 1.
struct Desk {
  QTemporaryDir folder;
  JsonEditor editor;
  DraftKeeper keeper;
  std::unique_ptr<AuditStore> store;
  bool worthKeeping = true;
  DraftGuard guard{&editor, keeper, [this] { return worthKeeping ? std::optional(base()) : std::nullopt; }};

  Desk() {
    editor.setBytes("{}");
    QObject::connect(&editor, &JsonEditor::edited, &guard, &DraftGuard::touch);
  }
  ~Desk() { keeper.setStore(nullptr); }

  static audit::Draft base() {
    audit::Draft draft;
    draft.profileId = u"p"_qs;
    draft.queue = {"bull", "orders"};
    draft.jobId = "1";
    return draft;
  }

  void openStore() {
    AuditStore::Options options;
    options.folder = folder.filePath(u"records"_qs);
    options.sensitiveKey = [](const QByteArray &) { return false; };
    store = std::make_unique<AuditStore>(options);
    keeper.setStore(store.get());
  }

  void type() { editor.replaceRange(1, 0, " "); }

  QByteArray kept() {
    QByteArray text;
    bool answered = false;
    keeper.request(u"p"_qs, base().queue, "1", &keeper,
                   [&](const Result<std::optional<audit::Draft>> &found) {
                     text = found && *found ? (*found)->text : QByteArray();
                     answered = true;
                   });
    return QTest::qWaitFor([&] { return answered; }, Patience) ? text : QByteArray("(no answer)");
  }
};

} // namespace

/// What is typed is in a draft soon, whatever else goes on.
class TestDraftGuard : public QObject {
  Q_OBJECT

private slots:
  void isNeverLongBehind();
  void keepsWhileTypingGoesOn();
  void keepsAtOnceWhenAsked();
  void waitsForTheLastOne();
  void givesUpWhatWasSaved();
  void keepsNothingThatIsNotWorthIt();
};

void TestDraftGuard::isNeverLongBehind() {
  Desk desk;
  desk.openStore();
  // Both are timers of this thread, so that they come in their order however busy the machine is.
  bool over = false, behind = true;
  connect(&desk.editor, &JsonEditor::edited, this, [&] {
    QTimer::singleShot(Oldest, Qt::PreciseTimer, this, [&] {
      over = true;
      behind = desk.guard.isBehind();
    });
  });
  desk.type();
  QTRY_VERIFY_WITH_TIMEOUT(over, Patience);
  QVERIFY(!behind);
  QCOMPARE(desk.kept(), "{ }"_qba);
}

void TestDraftGuard::keepsWhileTypingGoesOn() {
  Desk desk;
  desk.openStore();
  QSignalSpy stored(&desk.keeper, &DraftKeeper::stored);
  QTimer keys;
  connect(&keys, &QTimer::timeout, this, [&] { desk.type(); });
  keys.start(10);
  QTRY_VERIFY_WITH_TIMEOUT(stored.size() >= 3, Patience);
}

void TestDraftGuard::keepsAtOnceWhenAsked() {
  Desk desk;
  desk.openStore();
  desk.type();
  QTRY_VERIFY(desk.guard.isBehind());
  desk.guard.flush();
  QVERIFY(!desk.guard.isBehind());
  desk.type();
  QTRY_VERIFY(desk.guard.isBehind());
  desk.guard.flush(); // though the last one is being written perhaps
  QVERIFY(!desk.guard.isBehind());
  QCOMPARE(desk.kept(), "{  }"_qba);
}

/// Of a text that takes long to be written the drafts do not pile up.
void TestDraftGuard::waitsForTheLastOne() {
  Desk desk;
  desk.type();
  QTRY_VERIFY(desk.guard.isBehind());
  desk.guard.flush(); // nobody writes it yet
  bool over = false, behind = false;
  connect(&desk.editor, &JsonEditor::edited, this, [&] {
    QTimer::singleShot(Oldest, Qt::PreciseTimer, this, [&] {
      over = true;
      behind = desk.guard.isBehind();
    });
  });
  desk.type();
  QTRY_VERIFY_WITH_TIMEOUT(over, Patience);
  QVERIFY(behind);
  desk.openStore();
  QTRY_VERIFY_WITH_TIMEOUT(!desk.guard.isBehind(), Patience);
  QCOMPARE(desk.kept(), "{  }"_qba);
}

void TestDraftGuard::givesUpWhatWasSaved() {
  Desk desk;
  desk.openStore();
  desk.type();
  QTRY_VERIFY(desk.guard.isBehind());
  desk.guard.stop();
  desk.guard.flush();
  QCOMPARE(desk.kept(), QByteArray());
}

void TestDraftGuard::keepsNothingThatIsNotWorthIt() {
  Desk desk;
  desk.openStore();
  desk.worthKeeping = false;
  desk.type();
  QTRY_VERIFY(desk.guard.isBehind());
  desk.guard.flush();
  QCOMPARE(desk.kept(), QByteArray());
}

QTEST_MAIN(TestDraftGuard)
#include "tst_draftguard.moc"
