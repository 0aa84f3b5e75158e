// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoshop.h"

#include <QDateTime>
#include <QTimeZone>

#include <span>

namespace oxp::demo {

namespace {

constexpr qint64 Second = 1'000;
constexpr qint64 Minute = 60 * Second;
constexpr qint64 Hour = 60 * Minute;
constexpr size_t CommandsAtOnce = 400;
constexpr int FailedOrders = 1'284;
constexpr int ShowcaseAge = 0; ///< how many failed after it

QByteArray number(qint64 value) {
  return QByteArray::number(value);
}

/// The next time that a clock in that zone shows this hour.
qint64 nextAt(qint64 now, const QByteArray &zone, int hour) {
  QTimeZone timeZone(zone);
  if (!timeZone.isValid())
    timeZone = QTimeZone::utc();
  const QDateTime here = QDateTime::fromMSecsSinceEpoch(now, timeZone);
  QDateTime next(here.date(), QTime(hour, 0), timeZone);
  if (next <= here)
    next = next.addDays(1);
  return next.toMSecsSinceEpoch();
}

QByteArray orderJobName(Dice &dice) {
  return dice.pick({"place-order", "refund", "invoice", "ship", "capture"});
}

Job showcase(qint64 ended) {
  const Failure failure = withdrawnArticle("data.lines[1].sku", "SKU-12-0031");
  Job job;
  job.name = "refund";
  job.data = showcaseData();
  job.place = Place::Failed;
  job.added = ended - 5 * Minute;
  job.started = ended - 2 * Second;
  job.ended = ended;
  job.attempts = job.attemptsMade = 5;
  job.reason = failure.reason;
  job.stacks.assign(size_t(job.attemptsMade), failure.stack);
  job.stacks.front() = catalogueFailure().stack;
  job.moreOptions = "\"stackTraceLimit\":10";
  job.logs = {"refund of 129.90 EUR asked for by support", "catalogue: no answer, trying again in 1000 ms",
              "catalogue: SKU-12-0031 is withdrawn 😟", "catalogue: SKU-12-0031 is withdrawn", "放弃重试"};
  job.worker = "orders-worker-2";
  return job;
}

void fillFailedOrders(Shelf &shelf, QueueBatch &orders) {
  Dice &dice = shelf.dice;
  // The newest are seconds old, the oldest some days.
  for (int left = FailedOrders - 1; left >= 0; --left) {
    const qint64 age = 12 * Second + left * 7 * Second + qint64(left) * left * 200;
    if (left == ShowcaseAge) {
      orders.add(showcase(shelf.now - age));
      continue;
    }
    const int attempts = dice.oneIn(6) ? 5 : 3;
    const QByteArray data = orderData(dice, 2000 - left);
    orders.add(
        failedJob(shelf, orderJobName(dice), data, shelf.now - age, orderFailure(dice, data), attempts));
  }
}

/// A checkout that waits for its shipment, which waits for a mail (in the queue of the mails).
void addShipment(Shelf &shelf, QueueBatch &orders) {
  const QByteArray checkout = orders.add({.name = "checkout",
                                          .data = orderData(shelf.dice, 2500),
                                          .place = Place::WaitingChildren,
                                          .added = shelf.now - 9 * Minute});
  shelf.shipment = orders.add({.name = "ship",
                               .data = orderData(shelf.dice, 2500),
                               .place = Place::WaitingChildren,
                               .added = shelf.now - 9 * Minute,
                               .parentQueue = orders.base(),
                               .parentId = checkout});
  orders.dependsOn(checkout, orders.key(shelf.shipment));
}

void addShipmentMails(Shelf &shelf, QueueBatch &emails) {
  QueueBatch orders(Library::BullMq5, "shop.orders", shelf.commands);
  Job sent =
      completedJob(shelf, "send", mailData(shelf.dice, 2500), shelf.now - 8 * Minute, "\"250 2.0.0 OK\"");
  Job open{.name = "send", .data = mailData(shelf.dice, 2500), .added = shelf.now - 9 * Minute};
  for (Job *job : {&sent, &open}) {
    job->parentQueue = orders.base();
    job->parentId = shelf.shipment;
  }
  orders.childDone(shelf.shipment, emails.key(emails.add(sent)), sent.result);
  orders.dependsOn(shelf.shipment, emails.key(emails.add(open)));
}

void fillOrders(Shelf &shelf) {
  Dice &dice = shelf.dice;
  QueueBatch orders(Library::BullMq5, "shop.orders", shelf.commands);
  constexpr int Completed = 900;
  orders.startIdsAt(104'203 + ShowcaseAge - FailedOrders - Completed);
  for (int i = Completed; i > 0; --i)
    orders.add(completedJob(shelf, orderJobName(dice), orderData(dice, 700 - i % 700),
                            shelf.now - i * 20 * Second,
                            "{\"invoice\":\"INV-" + number(50'000 - i) + "\",\"ok\":true}"));
  fillFailedOrders(shelf, orders);
  for (int i = 0; i < 35; ++i)
    orders.add({.name = orderJobName(dice),
                .data = orderData(dice, 2100 + i),
                .added = shelf.now - (40 - i) * Second});
  for (int i = 0; i < 10; ++i)
    orders.add({.name = "ship",
                .data = orderData(dice, 2200 + i),
                .place = Place::Delayed,
                .added = shelf.now - Minute,
                .delay = (i + 1) * 11 * Minute});
  for (const int priority : {1, 2, 2, 10, 100, 2'097'151})
    orders.add({.name = "refund",
                .data = orderData(dice, 2300 + priority % 90),
                .place = Place::Prioritized,
                .added = shelf.now - 3 * Minute,
                .priority = priority});
  for (const int percent : {15, 50, 80})
    orders.add(activeJob(shelf, "place-order", orderData(dice, 2400 + percent), number(percent)));
  orders.addScheduler("nightly-settlement", "settle", {"pattern", "0 3 * * *", "tz", "Europe/Berlin"},
                      "\"pattern\":\"0 3 * * *\",\"tz\":\"Europe/Berlin\"",
                      nextAt(shelf.now, "Europe/Berlin", 3), "{\"scope\":\"all\",\"dryRun\":false}", 212);
  orders.addScheduler("reindex:full", "reindex", {"every", "21600000"}, "\"every\":21600000",
                      (shelf.now / (6 * Hour) + 1) * 6 * Hour, {}, 96);
  orders.addScheduler("payouts", "settle", {"pattern", "30 6 * * *", "tz", "Asia/Shanghai"},
                      "\"pattern\":\"30 6 * * *\",\"tz\":\"Asia/Shanghai\"",
                      nextAt(shelf.now, "Asia/Shanghai", 6) + 30 * Minute, "{\"scope\":\"partners\"}", 31);
  orders.addScheduler("abandoned", "remind", {"every", "3600000"}, "\"every\":3600000",
                      (shelf.now / Hour + 1) * Hour, "{\"olderThanHours\":48}", 1'507);
  addShipment(shelf, orders);
  orders.finish();
}

void fillEmails(Shelf &shelf) {
  QueueBatch emails(Library::BullMq5, "shop.emails", shelf.commands);
  emails.pause();
  for (int i = 0; i < 60; ++i)
    emails.add(completedJob(shelf, "send", mailData(shelf.dice, i), shelf.now - (90 - i) * Minute,
                            "\"250 2.0.0 OK 😀\""));
  addShipmentMails(shelf, emails);
  for (int i = 0; i < 207; ++i)
    emails.add(
        {.name = "send", .data = mailData(shelf.dice, 300 + i), .added = shelf.now - (208 - i) * 4 * Second});
  emails.finish();
}

void fillCarts(Shelf &shelf) {
  QueueBatch carts(Library::BullMq6, "shop.carts", shelf.commands);
  for (int i = 0; i < 120; ++i)
    carts.add({.name = "expire",
               .data = "{\"cart\":\"" + shelf.dice.hex(12) + "\",\"items\":" + number(1 + i % 7) + '}',
               .place = Place::Delayed,
               .added = shelf.now - i * Minute,
               .delay = (i + 30) * 2 * Minute});
  carts.add({.name = "购物车提醒",
             .data = "{\"客户\":\"陈晓明\",\"商品\":[\"茶杯\",\"台灯\"],\"表情\":\"🛒\"}",
             .place = Place::Delayed,
             .added = shelf.now,
             .delay = 2 * Hour});
  carts.finish();
}

void fillInventory(Shelf &shelf) {
  Dice &dice = shelf.dice;
  QueueBatch inventory(Library::BullMq6, "shop.inventory", shelf.commands);
  for (int i = 400; i > 0; --i)
    inventory.add(
        completedJob(shelf, "adjust", stockData(dice), shelf.now - i * 5 * Second, "{\"ok\":true}"));
  inventory.add(
      failedJob(shelf, "catalog.import", catalogueData(dice), shelf.now - 8 * Minute, importFailure(), 1));
  for (int i = 0; i < 60; ++i)
    inventory.add({.name = "adjust", .data = stockData(dice), .added = shelf.now - (60 - i) * Second});
  inventory.set("concurrency", "4");
  inventory.finish();
}

void fillWebhooks(Shelf &shelf) {
  Dice &dice = shelf.dice;
  QueueBatch webhooks(Library::BullMq6, "shop.webhooks", shelf.commands);
  for (int i = 0; i < 150; ++i)
    webhooks.add(
        completedJob(shelf, "deliver", webhookData(dice, i), shelf.now - (200 - i) * 40 * Second, "200"));
  for (int i = 41; i > 0; --i)
    webhooks.add(failedJob(shelf, "deliver", webhookData(dice, 500 + i), shelf.now - i * 3 * Minute,
                           webhookFailure(dice), 8));
  for (int i = 0; i < 4; ++i)
    webhooks.add(
        {.name = "deliver", .data = webhookData(dice, 600 + i), .added = shelf.now - Second * (4 - i)});
  webhooks.finish();
}

void fillPayments(Shelf &shelf) {
  Dice &dice = shelf.dice;
  QueueBatch capture(Library::BullMq6, "payments.capture", shelf.commands);
  for (int i = 300; i > 0; --i)
    capture.add(completedJob(shelf, "capture", captureData(dice, i), shelf.now - i * 9 * Second,
                             "{\"captured\":true,\"fee\":0.30}"));
  for (int i = 63; i > 0; --i)
    capture.add(failedJob(shelf, "capture", captureData(dice, 800 + i), shelf.now - i * 2 * Minute,
                          captureFailure(dice)));
  for (int i = 0; i < 20; ++i)
    capture.add(
        {.name = "capture", .data = captureData(dice, 900 + i), .added = shelf.now - (20 - i) * Second});
  capture.finish();

  QueueBatch refund(Library::BullMq5, "payments.refund", shelf.commands);
  for (int i = 40; i > 0; --i)
    refund.add(completedJob(shelf, "refund", captureData(dice, i), shelf.now - i * 13 * Minute,
                            "{\"refunded\":true}"));
  for (int i = 0; i < 2; ++i)
    refund.add({.name = "refund", .data = captureData(dice, 950 + i), .added = shelf.now - 30 * Second});
  refund.finish();

  QueueBatch settle(Library::BullMq6, "payments.settle", shelf.commands);
  settle.addScheduler("daily", "settle-day", {"pattern", "0 4 * * *", "tz", "Asia/Shanghai"},
                      "\"pattern\":\"0 4 * * *\",\"tz\":\"Asia/Shanghai\"",
                      nextAt(shelf.now, "Asia/Shanghai", 4),
                      "{\"accounts\":[9007199254740993,9007199254740995],\"currency\":\"CNY\"}", 57);
  settle.addScheduler("rates", "fetch-rates", {"every", "43200000"}, "\"every\":43200000",
                      (shelf.now / (12 * Hour) + 1) * 12 * Hour,
                      "{\"base\":\"EUR\",\"apiKey\":\"k-51b2c07e\"}", 30);
  settle.finish();
}

Result<void> send(WriteSession &session, const std::vector<Command> &commands, const std::stop_token &stop) {
  const std::span<const Command> all(commands);
  for (size_t at = 0; at < all.size(); at += CommandsAtOnce) {
    auto replies = session.pipeline(all.subspan(at, std::min(CommandsAtOnce, all.size() - at)), stop);
    if (!replies)
      return fail(replies.error());
    for (const Reply &reply : *replies)
      if (const auto error = reply.error())
        return fail(*error);
  }
  return {};
}

} // namespace

Job completedJob(Shelf &shelf, const QByteArray &name, const QByteArray &data, qint64 ended,
                 const QByteArray &result) {
  const qint64 ran = 40 + shelf.dice.below(4000);
  return {.name = name,
          .data = data,
          .place = Place::Completed,
          .added = ended - ran - shelf.dice.below(9000),
          .started = ended - ran,
          .ended = ended,
          .attemptsMade = 1,
          .result = result,
          .worker = shelf.dice.pick({"worker-1", "worker-2", "worker-3"})};
}

Job failedJob(Shelf &shelf, const QByteArray &name, const QByteArray &data, qint64 ended,
              const Failure &failure, int attempts) {
  Job job{.name = name,
          .data = data,
          .place = Place::Failed,
          .added = ended - 2 * Minute,
          .started = ended - 30 - shelf.dice.below(3000),
          .ended = ended,
          .attempts = attempts,
          .attemptsMade = attempts,
          .reason = failure.reason,
          .worker = shelf.dice.pick({"worker-1", "worker-2", "worker-3"})};
  job.stacks.assign(size_t(attempts), failure.stack);
  return job;
}

Job activeJob(Shelf &shelf, const QByteArray &name, const QByteArray &data, const QByteArray &progress) {
  return {.name = name,
          .data = data,
          .place = Place::Active,
          .added = shelf.now - 20 * Second,
          .started = shelf.now - 4 * Second,
          .progress = progress,
          .logs = {"started", "step 1 of 3 done"},
          .worker = "worker-1"};
}

Result<void> fillShop(WriteSession &session, const std::stop_token &stop) {
  Shelf shelf;
  shelf.now = session.facts().clock.nowMs();
  fillOrders(shelf);
  fillEmails(shelf);
  fillCarts(shelf);
  fillInventory(shelf);
  fillWebhooks(shelf);
  fillPayments(shelf);
  fillMedia(shelf);
  return send(session, shelf.commands, stop);
}

} // namespace oxp::demo
