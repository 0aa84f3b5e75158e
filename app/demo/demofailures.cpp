// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofailures.h"

namespace oxp::demo {

namespace {

using Frames = std::vector<QByteArray>;

QByteArray number(qint64 value) {
  return QByteArray::number(value);
}

/// What stands below every processor of a worker of BullMQ.
Frames workerFrames(const QByteArray &root) {
  const QByteArray worker = root + "/node_modules/bullmq/dist/cjs/classes/worker.js";
  return {"process.processTicksAndRejections (node:internal/process/task_queues:95:5)",
          "async " + root + "/src/worker.ts:17:5", "async Worker.processJob (" + worker + ":512:28)",
          "async Worker.retryIfFailed (" + worker + ":741:24)"};
}

Failure failureOf(const QByteArray &reason, const Frames &frames, const QByteArray &root = "/srv/shop") {
  QByteArray stack = reason;
  for (const QByteArray &frame : frames)
    stack += "\n    at " + frame;
  for (const QByteArray &frame : workerFrames(root))
    stack += "\n    at " + frame;
  return {reason, stack};
}

Failure gatewayTimeout() {
  return failureOf("TimeoutError: gateway did not answer within 30000 ms",
                   {"Timeout.onTimeout (/srv/shop/src/payments/gateway.ts:88:13)",
                    "listOnTimeout (node:internal/timers:581:17)",
                    "process.processTimers (node:internal/timers:519:7)"});
}

/// The path and the number of one of the order's lines.
struct Article {
  QByteArray path, sku;
};

Article lastArticle(const QByteArray &data) {
  const QByteArray key("\"sku\":\"");
  const qsizetype at = data.lastIndexOf(key) + key.size();
  return {"data.lines[" + number(data.count(key) - 1) + "].sku", data.mid(at, data.indexOf('"', at) - at)};
}

/// Only where the note is null: the worker forgot that it may be.
Failure noteFailure() {
  return failureOf(
      "TypeError: Cannot read properties of null (reading 'trim')",
      {"giftNote (/srv/shop/src/orders/note.ts:21:18)", "place (/srv/shop/src/orders/order.ts:64:20)"});
}

Failure cardFailure(Dice &dice) {
  return failureOf(dice.pick({"CardError: card expired (card_declined)", "CardError: insufficient funds",
                              "CardError: do not honour"}),
                   {"PaymentGateway.charge (/srv/shop/src/payments/gateway.ts:143:15)",
                    "async payOrder (/srv/shop/src/orders/pay.ts:52:9)"});
}

} // namespace

Failure withdrawnArticle(const QByteArray &path, const QByteArray &sku) {
  const QByteArray zod("/srv/shop/node_modules/zod/lib/types.js");
  return failureOf(
      "ValidationError: " + path + " is not in the catalogue; got \"" + sku +
          "\", which was withdrawn on 2026-11-20. Ask the buyer for another article or cancel this line.",
      {"validateLines (/srv/shop/src/orders/schema.ts:41:11)", "ZodObject.refine (" + zod + ":353:28)",
       "ZodObject.parse (" + zod + ":160:29)", "placeOrder (/srv/shop/src/orders/place-order.ts:88:23)",
       "AsyncLocalStorage.run (node:async_hooks:346:14)"});
}

Failure catalogueFailure() {
  constexpr int Articles = 900;
  QByteArray query("args: {\"where\":{\"tenant\":\"shop-de\",\"OR\":[");
  for (int i = 0; i < Articles; ++i)
    query += (i > 0 ? ",{\"sku\":\"SKU-88-" : "{\"sku\":\"SKU-88-") + number(1204 + i) +
             "\",\"region\":\"DE\",\"warehouse\":4,\"rev\":1882}";
  const QByteArray prisma("/srv/shop/node_modules/@prisma/client/runtime/library.js");
  return failureOf("PrismaError: invalid input for catalogue.lookup\n" + query + "]}}",
                   {"Catalogue.lookup (/srv/shop/src/catalogue/lookup.ts:132:9)",
                    "Proxy.request (" + prisma + ":121:6817)", "Proxy._request (" + prisma + ":130:1204)",
                    "Proxy.findMany (" + prisma + ":128:9633)",
                    "validateLines (/srv/shop/src/orders/schema.ts:36:18)",
                    "placeOrder (/srv/shop/src/orders/place-order.ts:88:23)"});
}

Failure orderFailure(Dice &dice, const QByteArray &data) {
  const bool noNote = data.contains("\"note\":null");
  switch (dice.below(8)) {
  case 0:
    return gatewayTimeout();
  case 1: {
    const Article article = lastArticle(data);
    return withdrawnArticle(article.path, article.sku);
  }
  case 2:
    return failureOf("Error: 订单已关闭，不能开具发票",
                     {"Invoice.create (/srv/shop/src/orders/invoice.ts:120:9)"});
  case 3:
    return failureOf("ECONNRESET: read ECONNRESET 10.20.4." + number(dice.below(250)) + ":5432",
                     {"TCP.onStreamRead (node:internal/stream_base_commons:217:20)"});
  case 4:
    return failureOf("ValidationError: data.customer.country is not served by this carrier",
                     {"carrierFor (/srv/shop/src/orders/carriers.ts:41:11)"});
  default:
    return noNote ? noteFailure() : cardFailure(dice);
  }
}

Failure captureFailure(Dice &dice) {
  if (dice.oneIn(3))
    return failureOf("HTTP 503: tax-service: upstream connect error",
                     {"TaxClient.rate (/srv/shop/src/payments/tax.ts:57:11)"});
  return gatewayTimeout();
}

Failure mediaFailure(Dice &dice) {
  return failureOf(
      "Error: ffmpeg exited with code " + number(1 + dice.below(200)) + ": moov atom not found",
      {"Encoder.run (/srv/media/src/encoder.ts:73:15)", "ChildProcess.emit (node:events:518:28)"},
      "/srv/media");
}

Failure webhookFailure(Dice &dice) {
  return failureOf("Error: partner answered " + dice.pick({"410 Gone", "429 Too Many Requests", "500"}),
                   {"deliver (/srv/shop/src/webhooks/deliver.ts:29:11)"});
}

Failure importFailure() {
  return failureOf("RangeError: data.rows[31207].price differs by more than half from the price list",
                   {"importRow (/srv/shop/src/catalog/import.ts:203:13)"});
}

Failure scanFailure() {
  Failure failure = failureOf("Error: clamd: INSTREAM size limit exceeded by 'content'",
                              {"Socket.onData (/srv/media/src/clamd.js:61:17)"}, "/srv/media");
  failure.stack.replace("bullmq/dist/cjs/classes/worker.js", "bull/lib/queue.js"); // its queue is Bull 4's
  failure.stack.replace("Worker.", "Queue.");
  return failure;
}

} // namespace oxp::demo
