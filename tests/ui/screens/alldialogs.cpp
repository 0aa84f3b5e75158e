// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/alldialogs.h"

#include "edits/codec.h"
#include "operations/specs.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/alertsdialog.h"
#include "ui/dialogs/answersdialog.h"
#include "ui/dialogs/bulkeditdialog.h"
#include "ui/dialogs/bulkpreviewdialog.h"
#include "ui/dialogs/cancelrundialog.h"
#include "ui/dialogs/certificatedialog.h"
#include "ui/dialogs/changerow.h"
#include "ui/dialogs/choosequeuesdialog.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/dialogs/connectionsdialog.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/gotodialog.h"
#include "ui/dialogs/manyoptionsdialog.h"
#include "ui/dialogs/optionsdialog.h"
#include "ui/dialogs/passworddialog.h"
#include "ui/dialogs/recipesdialog.h"
#include "ui/dialogs/reviewdialog.h"
#include "ui/dialogs/runsgoingondialog.h"
#include "ui/dialogs/serverdetailsdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/editor/changevaluedialog.h"
#include "ui/widgets/shortenedfield.h"

#include <QComboBox>
#include <QPushButton>

namespace oxp::test {
namespace {

Profile production() {
  Profile profile;
  profile.id = u"p"_qs;
  profile.name = u"shop production"_qs;
  profile.host = u"redis-eu-1.example.com"_qs;
  profile.user = u"support"_qs;
  profile.environment = Environment::Production;
  return profile;
}

/// Everything is wrong with it, and the pinned one is another.
CertificateProblem problem() {
  CertificateProblem made;
  made.certificate.subject = u"CN=redis-internal.shop.example, O=Shop GmbH"_qs;
  made.certificate.issuer = u"CN=Shop Internal CA 2, O=Shop GmbH"_qs;
  made.certificate.issuerName = made.authority = u"Shop Internal CA 2"_qs;
  made.certificate.names = {u"redis-internal.shop.example"_qs, u"10.20.3.17"_qs};
  made.certificate.notBeforeMs = 1'764'720'000'000;
  made.certificate.notAfterMs = 1'796'342'340'000;
  made.certificate.sha256 = QByteArray(32, '\x7a');
  made.certificate.key = u"RSA 3072"_qs;
  made.certificate.digest = u"SHA-256"_qs;
  made.issuer = IssuerFinding::Unknown;
  made.name = NameFinding::Other;
  made.expectedName = production().host;
  made.pinned = QByteArray(32, '\x7b');
  made.tlsVersion = u"TLS 1.3"_qs;
  made.answered = std::chrono::microseconds(900);
  made.seenMs = 1'795'400'000'000;
  return made;
}

std::vector<QueueInfo> queues() {
  std::vector<QueueInfo> made;
  for (int i = 0; i < 40; ++i) {
    QueueInfo queue;
    queue.id = {"bull", "orders." + QByteArray::number(i)};
    made.push_back(queue);
  }
  return made;
}

DialogSubject subject(const QString &title) {
  DialogSubject made;
  made.title = title;
  made.environment = Environment::Production;
  made.profile = u"shop production"_qs;
  made.object = u"orders / refund"_qs;
  made.jobId = u"104203"_qs;
  made.state = JobState::Failed;
  made.sentence = QDialog::tr("Nothing has been written yet.");
  return made;
}

policy::Decision strict() {
  policy::Decision decision;
  using Kind = policy::Requirement::Kind;
  decision.requirements = {
      {Kind::Confirm}, {Kind::Tick, "running"}, {Kind::TypeText, "104203"}, {Kind::Reason}};
  decision.cancelIsDefault = true;
  decision.reasons = {"sensitive", "production", "running"};
  return decision;
}

std::vector<json::Change> changes() {
  std::vector<json::Change> made;
  for (int i = 0; i < 12; ++i)
    made.push_back({json::Change::Changed,
                    json::Pointer::fromString("/lines/" + QByteArray::number(i) + "/price"),
                    "9007199254740992", "9007199254740993"});
  made.push_back({json::Change::Changed, json::Pointer::fromString("/apiKey"), "\"old\"", "\"new\""});
  return made;
}

RunRow run() {
  RunRow made;
  made.run.queue = queues().front().id;
  made.run.operation = "job.retry";
  made.run.counts[audit::ItemState::Done] = 29'640;
  made.run.counts[audit::ItemState::Waiting] = 18'162;
  made.stage = RunStage::Running;
  return made;
}

alerts::AlertSettings alerts() {
  alerts::AlertSettings made;
  made.rules.resize(6);
  made.quiet.on = true;
  return made;
}

/// One that asks more than a line has room for.
recipes::Recipe recipe() {
  using Kind = recipes::Question::Kind;
  recipes::Recipe made{.name = u"Move order to stage"_qs,
                       .button = u"Move"_qs,
                       .help = u"After the warehouse has confirmed by phone. Not for cancelled orders."_qs};
  made.questions = {
      {.name = u"stage"_qs, .label = u"New stage"_qs, .kind = Kind::Choice, .choices = {u"packing"_qs}},
      {.name = u"budget"_qs, .label = u"Retry budget"_qs, .kind = Kind::Number},
      {.name = u"day"_qs, .label = u"Not before"_qs, .kind = Kind::Date}};
  made.changes = {{.path = *edits::pathFrom(u"stage"_qs), .value = "\"{stage}\""}};
  return made;
}

/// Jobs of all outcomes.
std::vector<edits::TrialJob> trialJobs() {
  using Bar = edits::TrialJob::Bar;
  std::vector<edits::TrialJob> made;
  const auto add = [&](int number, const char *name, const QByteArray &stage, const QByteArray &budget) {
    made.push_back(
        {.id = QByteArray::number(number),
         .name = name,
         .data = R"({"orderId":"ORD-20261122-0417","customer":{"id":7741,"tier":"gold"},"stage":")" + stage +
                 R"(","apiKey":"key-1234567","shipTo":{"cntry":"CN","zip":"310013"},)" +
                 R"("lines":[{"sku":"A-17","qty":2},{"sku":"B-3","qty":1}],"retryBudget":)" + budget +
                 R"(,"notes":[{"text":"via gateway A"}]})"});
  };
  add(104203, "refund", "paid", "0.20");
  add(104199, "capture", "paid", "0.20");
  add(104198, "capture", "new", "1");
  add(104170, "ship", "new", "\"none\"");
  add(104166, "place-order", "new", "0.10");
  made.push_back({.id = "104165", .name = "place-order", .bar = Bar::Running});
  made.push_back({.id = "104164", .name = "place-order", .bar = Bar::Large});
  return made;
}

void writeChange(const QWidget &dialog, int row, const char *kind, const QStringList &texts) {
  ChangeRow *const change = dialog.findChildren<ChangeRow *>()[row];
  auto *box = change->findChild<QComboBox *>();
  box->setCurrentIndex(QByteArrayList{"Set", "Set if absent", "Remove", "Rename", "Move", "Increment",
                                      "Replace text", "JSON Patch", "Merge patch"}
                           .indexOf(kind));
  const auto fields = change->findChildren<ShortenedField *>();
  for (int i = 0; i < texts.size(); ++i)
    fields[i]->setText(texts[i]);
}

/// Some of each outcome, on production.
Forecast forecast() {
  Forecast made;
  made.jobs = 48'213;
  made.done = 47'802;
  made.bytes = 148'000'000;
  made.room = 500'000'000;
  made.refusals = {{audit::ItemState::Skipped, "unchanged", 274, "104203"},
                   {audit::ItemState::Failed, "no-object", 88, "104199"},
                   {audit::ItemState::Failed, "large", 37, "104198"},
                   {audit::ItemState::Skipped, "gone", 12, "104170"}};
  for (const char *id : {"104203", "104199"})
    made.samples.push_back({id, "refund", JobState::Failed, changes()});
  return made;
}

QDialog *preview(QWidget *parent) {
  DialogSubject bulk = subject(u"Bulk edit"_qs);
  bulk.object = u"orders"_qs;
  bulk.jobId.clear();
  bulk.state.reset();
  bulk.mark = IconId::Edit;
  bulk.aside = u"error: timeout"_qs;
  BulkWords words;
  words.title = bulk.title;
  words.done = QDialog::tr("would change");
  words.undoable = true;
  words.undo = QDialog::tr("The edits, job by job, as long as nobody has changed the same places again.");
  auto *dialog = new BulkPreviewDialog(bulk, words, {}, 200, parent);
  dialog->setForecast(forecast(), strict(), policy::builtInRules(), QDateTime::currentDateTime());
  return dialog;
}

} // namespace

AllDialogs::AllDialogs() {
  Workspace::Options options;
  options.dataFolder = m_folder.path();
  options.useKeychain = false;
  m_workspace = std::make_unique<Workspace>(options);
  m_workspace->profiles().save(production());
  addPlain();
  addWrites();
  addBulk();
}

void AllDialogs::addPlain() {
  m_makers.push_back({"About", [](QWidget *parent) { return new AboutDialog(parent); }});
  m_makers.push_back(
      {"Keyboard shortcuts", [this](QWidget *parent) { return new ShortcutsDialog(m_actions, parent); }});
  m_makers.push_back(
      {"Settings", [this](QWidget *parent) { return new SettingsDialog(m_workspace->settings(), parent); }});
  m_makers.push_back({"Connections", [this](QWidget *parent) {
                        auto *dialog = new ConnectionsDialog(*m_workspace, parent);
                        dialog->select(u"p"_qs);
                        return dialog;
                      }});
  m_makers.push_back({"Cancel the run", [](QWidget *parent) {
                        return new CancelRunDialog(run(), Environment::Production, u"shop production"_qs,
                                                   parent);
                      }});
  m_makers.push_back({"Runs are going on", [](QWidget *parent) {
                        auto *dialog = new RunsGoingOnDialog(parent);
                        dialog->setRuns({run(), run()});
                        return dialog;
                      }});
  m_makers.push_back({"Certificate problem", [](QWidget *parent) {
                        return new CertificateDialog(production(), problem(), parent);
                      }});
  m_makers.push_back({"Password", [](QWidget *parent) {
                        return new PasswordDialog(SecretKind::Password, production(), true, false, parent);
                      }});
  m_makers.push_back({"Redis details", [](QWidget *parent) {
                        const ServerWord word{
                            u"eviction"_qs, u"allkeys-lru"_qs,
                            IconId::Warn,   Tint::Warn,
                            true,           u"Redis may drop jobs when memory runs short."_qs};
                        return new ServerDetailsDialog(u"shop production"_qs, u"redis-eu-1:6379/0"_qs,
                                                       std::vector<ServerWord>(12, word), parent);
                      }});
  m_makers.push_back(
      {"Go to job", [](QWidget *parent) { return new GoToDialog(u"Go to job"_qs, u"Id"_qs, parent); }});
  m_makers.push_back(
      {"Queues to search", [](QWidget *parent) { return new ChooseQueuesDialog(queues(), {}, parent); }});
  m_makers.push_back({"Alerts", [](QWidget *parent) {
                        return new AlertsDialog(production(), queues(), alerts(), queues().front().id,
                                                parent);
                      }});
}

void AllDialogs::addWrites() {
  m_makers.push_back({"Change value", [](QWidget *parent) {
                        return new ChangeValueDialog("\"EUR\"", u"/customer/currency"_qs,
                                                     ChangeValueDialog::Value::Shown, parent);
                      }});
  m_makers.push_back({"Confirm", [](QWidget *parent) {
                        return new ConfirmDialog(subject(u"Retry"_qs), strict(), true,
                                                 retryJobSpec().arguments, parent);
                      }});
  m_makers.push_back(
      {"Edit options", [](QWidget *parent) {
         const QByteArray opts = R"({"attempts":5,"backoff":{"type":"exponential","delay":2000},)"
                                 R"("removeOnComplete":{"age":86400,"count":1000},"removeOnFail":50})";
         const QStringList notes{u"The job is running: the worker goes on with the old options."_qs};
         return new OptionsDialog(subject(u"Edit options"_qs), opts, Family::BullMq5, notes, parent);
       }});
  m_makers.push_back({"Edit options of many", [](QWidget *parent) {
                        DialogSubject many = subject(u"Edit options"_qs);
                        many.object = u"orders"_qs;
                        many.jobId.clear();
                        many.state.reset();
                        return new ManyOptionsDialog(many, Family::BullMq5, parent);
                      }});
  m_makers.push_back({"Review", [](QWidget *parent) {
                        return new ReviewDialog(subject(u"Review changes"_qs), changes(),
                                                policy::builtInRules(), strict(),
                                                {u"The worker runs with the old data."_qs}, parent);
                      }});
  m_makers.push_back({"Conflict", [](QWidget *parent) {
                        ConflictSides sides{R"({"a":1,"b":2})", R"({"a":3,"b":2})", {}};
                        sides.theirs.data = R"({"a":4,"b":5})";
                        sides.theirs.present = true;
                        ConflictAsk ask;
                        ask.decide = [](const auto &) { return strict(); };
                        ask.notes = QStringList{u"The worker runs with the old data."_qs};
                        return new ConflictDialog(subject(u"Job changed meanwhile"_qs), sides,
                                                  policy::builtInRules(), ask, parent);
                      }});
  m_makers.push_back({"Export", [this](QWidget *parent) {
                        ExportChoice choice;
                        choice.text = u"All failed jobs of orders"_qs;
                        choice.fileName = u"orders-failed"_qs;
                        choice.parts.resize(1);
                        return new ExportDialog(subject(u"Export"_qs), {choice}, 0, {true, true}, {},
                                                {m_folder.path()}, parent);
                      }});
}

void AllDialogs::addBulk() {
  m_makers.push_back({"Recipe", [](QWidget *parent) { return new AnswersDialog(recipe(), parent); }});
  m_makers.push_back(
      {"Recipes", [](QWidget *parent) { return new RecipesDialog({recipe()}, u"orders"_qs, parent); }});
  m_makers.push_back({"Bulk preview", preview});
  m_session = std::make_unique<ProfileSession>(m_around.setup(production()));
  m_makers.push_back({"Bulk edit", [this](QWidget *parent) {
                        DialogSubject bulk = subject(u"Bulk edit"_qs);
                        bulk.object = u"orders / 48,213 failed jobs"_qs;
                        bulk.jobId.clear();
                        bulk.aside = u"error: timeout"_qs;
                        const Selection selection{queues().front(), Selection::WholeState{JobState::Failed}};
                        auto *dialog = new BulkEditDialog(bulk, *m_session, selection, parent);
                        dialog->setJobs(trialJobs());
                        auto *add = dialog->findChild<QPushButton *>(u"Add change"_qs);
                        for (int i = 0; i < 4; ++i)
                          add->click();
                        writeChange(*dialog, 0, "Set", {u"data.stage"_qs, u"packing"_qs});
                        writeChange(*dialog, 1, "Increment", {u"data.retryBudget"_qs, u"0.10"_qs});
                        writeChange(*dialog, 2, "Replace text",
                                    {u"data.notes[*].text"_qs, u"gateway A"_qs, u"gateway B"_qs});
                        writeChange(*dialog, 3, "Rename", {u"data.shipTo.cntry"_qs, u"country"_qs});
                        writeChange(*dialog, 4, "Set if absent", {u"data.shipTo.door"_qs, u"007"_qs});
                        return dialog;
                      }});
}

} // namespace oxp::test
