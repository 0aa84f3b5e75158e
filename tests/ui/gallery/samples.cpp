// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "base/environment.h"
#include "bull/jobstate.h"
#include "models/roles.h"

#include <QStandardItemModel>

using namespace Qt::Literals::StringLiterals;
using namespace oxp;

namespace {

QStandardItem *node(QStandardItem *parent, NodeKind kind, const QString &name) {
  auto *item = new QStandardItem(name);
  item->setData(int(kind), NodeKindRole);
  parent->appendRow({item, new QStandardItem});
  return item;
}

QStandardItem *profile(QStandardItem *root, const QString &name, Environment environment, bool connected,
                       const QString &detail) {
  QStandardItem *item = node(root, NodeKind::Profile, name);
  item->setData(int(environment), EnvironmentRole);
  item->setData(connected, ConnectedRole);
  item->setData(detail, DetailRole);
  return item;
}

QStandardItem *queue(QStandardItem *group, const QString &name, qint64 waiting, qint64 failed = 0,
                     bool paused = false) {
  QStandardItem *item = node(group, NodeKind::Queue, name);
  if (waiting >= 0)
    item->setData(waiting, CountRole);
  item->setData(failed, FailedCountRole);
  item->setData(paused, PausedRole);
  return item;
}

void states(QStandardItem *queue) {
  const qint64 counts[] = {35, 3, 14, 0, 2, 100'000, 1'284};
  const QString words[] = {u"waiting"_s,          u"active"_s,    u"delayed"_s, u"prioritized"_s,
                           u"waiting-children"_s, u"completed"_s, u"failed"_s};
  for (int i = 0; i < 7; ++i) {
    QStandardItem *item = node(queue, NodeKind::State, words[i]);
    item->setData(int(ShownStates[size_t(i)]), StateRole);
    item->setData(counts[i], CountRole);
  }
  node(queue, NodeKind::Schedulers, u"schedulers"_s)->setData(4, CountRole);
}

struct Job {
  const char *id, *name;
  JobState state;
  const char *time, *attempts, *errorClass, *error;
};

QStandardItem *cell(CellKind kind, const QString &text) {
  auto *item = new QStandardItem(text);
  item->setData(int(kind), CellKindRole);
  return item;
}

constexpr Job Jobs[] = {
    {"104233", "refund", JobState::Active, "12 s ago", "3/3", "CardError",
     "card expired (card_declined) for order 88120"},
    {"104229", "capture", JobState::Waiting, "31 s ago", "5/5", "TimeoutError",
     "gateway did not answer within 30000 ms"},
    {"104226", "place-order", JobState::Prioritized, "44 s ago", "3/3", "ValidationError",
     "data.lines[3].sku is not known"},
    {"104219", "invoice", JobState::Delayed, "1 min ago", "3/3", "Error", "订单已关闭，不能开具发票"},
    {"104218", "refund", JobState::Completed, "1 min ago", "3/3", "RangeError",
     "refund 129.90 exceeds captured 119.90"},
    {"104214", "place-order", JobState::WaitingChildren, "2 min ago", "1/3", "UnrecoverableError",
     "customer 88120 is blocked"},
    {"104207", "ship", JobState::Failed, "2 min ago", "5/5", "ECONNRESET", "read ECONNRESET 10.0.0.12:443"},
    {"104203", "refund", JobState::Failed, "3 min ago", "3/3", "CardError", "card expired (card_declined)"},
    {"104199", "capture", JobState::Unknown, "3 min ago", "5/5", "TimeoutError", "gateway did not answer"},
    {"order-2026-1122-0417-retry", "place-order", JobState::Failed, "4 min ago", "3/3", "",
     "job stalled more than allowable limit"},
    {"104181", "tax.recalculate", JobState::Completed, "5 min ago", "8/8", "SMTPError",
     "550 mailbox unavailable: no such user here"},
};

QStandardItemModel *jobs(QObject *parent, bool withState) {
  auto *model = new QStandardItemModel(parent);
  QStringList titles{u"Id"_s, u"Name"_s};
  if (withState)
    titles << u"State"_s;
  titles << u"Finished"_s << u"Attempts"_s << u"Error"_s;
  model->setHorizontalHeaderLabels(titles);
  for (int round = 0; round < 3; ++round) {
    for (const Job &job : Jobs) {
      QList<QStandardItem *> row{cell(CellKind::Id, QString::fromUtf8(job.id)),
                                 cell(CellKind::Text, QString::fromUtf8(job.name))};
      if (withState) {
        row << cell(CellKind::State, QString::fromUtf8(stateWord(job.state)));
        row.last()->setData(int(job.state), StateRole);
      }
      row << cell(CellKind::Time, QString::fromUtf8(job.time))
          << cell(CellKind::Number, QString::fromUtf8(job.attempts));
      row << cell(CellKind::Error, QString::fromUtf8(job.error));
      row.last()->setData(QString::fromUtf8(job.errorClass), ErrorClassRole);
      row.last()->setData(QString::fromUtf8(job.error), ErrorMessageRole);
      model->appendRow(row);
    }
  }
  for (int row = model->rowCount() - 6; row < model->rowCount(); ++row) {
    for (int column = 0; column < model->columnCount(); ++column)
      model->item(row, column)->setData(true, LoadingRole);
  }
  for (int column = withState ? 3 : 2; column < model->columnCount() - 1; ++column)
    model->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter),
                         Qt::TextAlignmentRole);
  return model;
}

} // namespace

QAbstractItemModel *sampleTree(QObject *parent) {
  auto *model = new QStandardItemModel(0, 2, parent);
  QStandardItem *root = model->invisibleRootItem();
  profile(root, u"local"_s, Environment::Local, false, {})->appendRow(new QStandardItem);
  profile(root, u"staging"_s, Environment::Staging, false, {})->appendRow(new QStandardItem);
  QStandardItem *shop = profile(root, u"shop production"_s, Environment::Production, true, u"24 queues"_s);
  QStandardItem *group = node(shop, NodeKind::Group, u"shop"_s);
  queue(group, u"carts.expire"_s, 12);
  queue(group, u"catalog.reindex"_s, 3);
  queue(group, u"emails"_s, 208, 0, true);
  queue(group, u"fraud.score"_s, 0, 2);
  queue(group, u"inventory.sync"_s, 1906);
  states(queue(group, u"orders"_s, 35, 1284, true));
  queue(group, u"returns.label"_s, 7);
  queue(group, u"sms"_s, 0, 18);
  queue(group, u"webhooks.for.partners.outbound"_s, 0, 41);
  group = node(shop, NodeKind::Group, u"payments"_s);
  queue(group, u"payments.capture"_s, 0, 63);
  queue(group, u"payments.refund"_s, 2);
  queue(group, u"payments.settle"_s, -1);
  profile(root, u"eu local"_s, Environment::Local, true, u"3 queues"_s);
  profile(root, u"eu staging"_s, Environment::Staging, true, u"connecting…"_s);
  return model;
}

QAbstractItemModel *sampleJobs(QObject *parent) {
  return jobs(parent, false);
}
QAbstractItemModel *sampleLatest(QObject *parent) {
  return jobs(parent, true);
}

QAbstractItemModel *sampleChanges(QObject *parent) {
  struct Row {
    ChangeKind kind;
    const char *word, *path, *before, *after;
    bool sensitive;
  };
  constexpr Row rows[] = {
      {ChangeKind::Changed, "changed", "/ledgerId", "9007199254740993", "9007199254740992", false},
      {ChangeKind::Changed, "changed", "/card/expires", "\"2026-10\"", "\"2029-10\"", true},
      {ChangeKind::Added, "added", "/customer/a/very/long/pointer/with/many/steps/note", nullptr,
       "\"已联系客户，请加急处理\"", false},
      {ChangeKind::Removed, "removed", "/attempt/timeoutMs", "30000", nullptr, false},
  };
  auto *model = new QStandardItemModel(0, 5, parent);
  model->setHorizontalHeaderLabels({u"Change"_s, u"Path"_s, u"Before"_s, u"After"_s, {}});
  for (const Row &row : rows) {
    QList<QStandardItem *> items;
    for (const QString &text : {QString::fromUtf8(row.word), QString::fromUtf8(row.path),
                                row.before ? QString::fromUtf8(row.before) : u"not there"_s,
                                row.after ? QString::fromUtf8(row.after) : u"removed"_s,
                                row.sensitive ? u"sensitive"_s : QString()}) {
      auto *item = new QStandardItem(text);
      item->setData(int(row.kind), ChangeKindRole);
      item->setData(row.before ? QString::fromUtf8(row.before) : QString(), OldTextRole);
      item->setData(row.after ? QString::fromUtf8(row.after) : QString(), NewTextRole);
      item->setData(row.sensitive, SensitiveRole);
      items << item;
    }
    model->appendRow(items);
  }
  return model;
}

QAbstractItemModel *sampleProfiles(QObject *parent) {
  auto *model = new QStandardItemModel(parent);
  const auto add = [model](const QString &name, const QString &address, Environment environment,
                           bool connected) {
    auto *item = new QStandardItem(name);
    item->setData(address, DetailRole);
    item->setData(int(environment), EnvironmentRole);
    item->setData(connected, ConnectedRole);
    model->appendRow(item);
  };
  add(u"local"_s, u"127.0.0.1:6379"_s, Environment::Local, false);
  add(u"staging"_s, u"redis-staging:6379"_s, Environment::Staging, false);
  add(u"shop production"_s, u"redis-eu-1:6380, connected"_s, Environment::Production, true);
  add(u"archive (read only)"_s, u"/run/redis/archive.sock"_s, Environment::Production, false);
  return model;
}
