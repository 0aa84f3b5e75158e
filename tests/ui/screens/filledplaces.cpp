// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/filledplaces.h"

#include "models/receipttext.h"
#include "ui/flows/reportnote.h"
#include "ui/panes/historypane.h"
#include "ui/panes/placenotice.h"
#include "ui/views/activitypanel.h"
#include "ui/views/receiptrow.h"
#include "ui/views/receiptspanel.h"
#include "ui/widgets/banner.h"
#include "workspace/sessionsetup.h"

#include <QVBoxLayout>

namespace oxp::test {
namespace {

using Kind = Whereabouts::Kind;

constexpr qint64 Now = 1'795'400'000'000;
const char *const Before = R"({"to":"12 Long Street","note":"a"})";
const char *const After = R"("7 Short Street")";
const QString Who = u"support@desk-4 (support)"_qs;

Receipt receiptOf(const char *operation, Kind kind, JobState state = JobState::Unknown) {
  Receipt receipt;
  receipt.operation = operation;
  receipt.queue.id = {"bull", "orders"};
  if (!receipt.operation.startsWith("queue.")) {
    receipt.jobId = "104203";
    receipt.jobName = u"refund"_qs;
  }
  receipt.at = Now - 41'000;
  receipt.revertible = receipt.operation == "job.updateData";
  receipt.where = {kind, state, Now - 41'000, 1'900, u"card declined"_qs};
  if (state == JobState::Delayed)
    receipt.where.since = Now + 90'000;
  return receipt;
}

/// What each operation can come to.
std::vector<Receipt> allReceipts() {
  std::vector<Receipt> all;
  for (const char *operation : {"job.retry", "job.promote", "job.updateData"}) {
    for (const Kind kind : {Kind::Looking, Kind::Gone, Kind::OtherJob, Kind::NotKnown, Kind::NotSettled,
                            Kind::NotArrived, Kind::NeverKnown})
      all.push_back(receiptOf(operation, kind));
    for (const JobState state :
         {JobState::Unknown, JobState::Waiting, JobState::Prioritized, JobState::WaitingChildren,
          JobState::Active, JobState::Delayed, JobState::Failed, JobState::Completed})
      all.push_back(receiptOf(operation, Kind::InState, state));
    all.push_back(receiptOf(operation, Kind::Gone, JobState::Completed));
  }
  Receipt back = receiptOf("job.updateData", Kind::InState, JobState::Failed);
  back.isRevert = true;
  all.push_back(back);
  all.push_back(receiptOf("job.remove", Kind::Removed));
  all.push_back(receiptOf("queue.pause", Kind::QueuePaused));
  all.push_back(receiptOf("queue.resume", Kind::QueueRuns));
  all.back().note = "already";
  return all;
}

std::unique_ptr<QWidget> notices() {
  auto banner = std::make_unique<Banner>();
  JobDetail detail;
  detail.exists = true;
  detail.row.state = JobState::Active;
  detail.row.unheld = true;
  detail.lockEndedAt = Now - 90'000;
  detail.stalledCount = 1;
  detail.alsoIn = {JobState::Failed, JobState::WaitingChildren};
  placenotice::show(*banner, {}, detail, Now);
  int number = 0;
  for (const audit::Outcome outcome :
       {audit::Outcome::Done, audit::Outcome::Failed, audit::Outcome::Unknown}) {
    Notice notice = settledNotice({}, outcome);
    notice.id += QByteArray::number(++number);
    banner->post(notice);
  }
  return banner;
}

} // namespace

FilledPlaces::FilledPlaces() {
  fillReceipts();
  fillActivity();
  fillHistory();
}

FilledPlaces::~FilledPlaces() = default;

void FilledPlaces::fillReceipts() {
  m_receipts.setClock([](const QString &) { return Now; });
  int number = 104'200;
  for (Receipt receipt : allReceipts()) {
    if (receipt.isOfJob())
      receipt.jobId = QByteArray::number(++number); // none takes another's place
    m_receipts.add(receipt);
  }
}

void FilledPlaces::fillActivity() {
  const auto add = [this](ActivityModel::Status status, const QString &note) {
    const int id = m_activity.begin(ActivityModel::tr("Search in %1").arg(u"orders"_qs),
                                    ActivityModel::tr("jobs"), [] {});
    m_activity.progress(id, 120'000, 1'000'000, note);
    if (status != ActivityModel::Status::Running)
      m_activity.end(id, status, note);
  };
  for (const ActivityModel::Status status :
       {ActivityModel::Status::Done, ActivityModel::Status::Failed, ActivityModel::Status::Cancelled,
        ActivityModel::Status::Running})
    add(status, u"21 jobs"_qs);
}

void FilledPlaces::fillHistory() {
  AuditStore::Options options;
  options.folder = m_folder.path();
  options.sensitiveKey = [](const QByteArray &key) { return key == "token"; };
  m_store = std::make_unique<AuditStore>(options);
  audit::Record record;
  record.who = Who;
  record.profileId = u"p"_qs;
  record.queue = {"bull", "orders"};
  record.jobId = "104203";
  record.operation = "job.updateData";
  record.before.emplace().bytes = Before;
  record.splices = {{6, 16, After}};
  record.after.emplace().bytes = json::apply(Before, record.splices);
  for (const audit::Outcome outcome :
       {audit::Outcome::Intent, audit::Outcome::Failed, audit::Outcome::Conflict, audit::Outcome::Cancelled,
        audit::Outcome::Unknown, audit::Outcome::Done})
    if (const auto begun = m_store->begin(record); begun && outcome != audit::Outcome::Intent)
      (void)m_store->finish(begun->id, outcome, nullptr);
  SessionSetup setup;
  setup.profile.id = record.profileId;
  setup.profile.role = Role::Operator;
  setup.audit = m_store.get();
  setup.scripts = &m_scripts;
  setup.rules = policy::builtInRules();
  m_session = std::make_unique<ProfileSession>(setup);
}

std::unique_ptr<QWidget> FilledPlaces::receiptRows() const {
  auto all = std::make_unique<QWidget>();
  auto *column = new QVBoxLayout(all.get());
  column->setContentsMargins(0, 0, 0, 0);
  for (int row = 0; row < m_receipts.rowCount(); ++row) {
    auto *widget = new ReceiptRow;
    widget->setFixedHeight(ReceiptRow::Height);
    widget->setReceipt(m_receipts.at(row), Now, receipttext::line(m_receipts.at(row), Now));
    column->addWidget(widget);
  }
  return all;
}

std::unique_ptr<QWidget> FilledPlaces::history() {
  auto pane = std::make_unique<HistoryPane>();
  pane->setStore(m_store.get());
  JobContext context;
  context.session = m_session.get();
  context.queue.id = {"bull", "orders"};
  context.jobId = "104203";
  pane->setJob(context, {});
  return pane;
}

bool FilledPlaces::isFilling(const QString &text) {
  return Who.contains(text) || QString::fromUtf8(Before).contains(text) ||
         QString::fromUtf8(After).contains(text);
}

std::vector<FilledPlaces::Maker> FilledPlaces::makers() {
  return {{"receipts", [this] { return std::make_unique<ReceiptsPanel>(m_receipts); }, false},
          {"each receipt", [this] { return receiptRows(); }, false},
          {"activity", [this] { return std::make_unique<ActivityPanel>(m_activity); }, false},
          {"history", [this] { return history(); }, true},
          {"notices", [] { return notices(); }, true}};
}

} // namespace oxp::test
