// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stackframe.h"
#include "models/stacktext.h"

#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(oxp::StackFrame::Origin)

/// One line of a stack, and one whole trace.
class TestStackFrame : public QObject {
  Q_OBJECT

private slots:
  void readsFrames_data();
  void readsFrames();
  void leavesSentencesAlone_data();
  void leavesSentencesAlone();
  void numbersTheFramesOfATrace();
  void tellsOwnFilesFromTheProjectsFolder();
  void splitsCauses();
  void keepsMessagesOfManyLines();
  void takesColoursOut();
  void boundsWhatBecomesRows();
  void cutsLongLinesBetweenCharacters();
  void knowsTheSameTrace();
};

void TestStackFrame::readsFrames_data() {
  using Origin = StackFrame::Origin;
  QTest::addColumn<QByteArray>("line");
  QTest::addColumn<QString>("function");
  QTest::addColumn<QString>("place");
  QTest::addColumn<Origin>("origin");
  QTest::addColumn<QString>("package");
  const auto row = [](const char *name, const char *line, const char *function, const char *place,
                      Origin origin, const char *package = "") {
    QTest::newRow(name) << QByteArray(line) << QString::fromUtf8(function) << QString::fromUtf8(place)
                        << origin << QString::fromUtf8(package);
  };
  row("own", "    at placeOrder (/srv/shop/src/place-order.ts:88:23)", "placeOrder",
      "/srv/shop/src/place-order.ts:88:23", Origin::Own);
  row("nameless", "    at /srv/shop/src/worker.ts:17:5", "<anonymous>", "/srv/shop/src/worker.ts:17:5",
      Origin::Own);
  row("async", "    at async Orders.run (/a/b.ts:1:2)", "async Orders.run", "/a/b.ts:1:2", Origin::Own);
  row("async without a name", "    at async file:///srv/shop/index.mjs:3:4", "async <anonymous>",
      "/srv/shop/index.mjs:3:4", Origin::Own);
  row("constructor, alias", "at new Order [as create] (/a.js:1:2)", "new Order [as create]", "/a.js:1:2",
      Origin::Own);
  row("spaces and brackets", "at run (/srv/my app (old)/x.js:1:2)", "run", "/srv/my app (old)/x.js:1:2",
      Origin::Own);
  row("line only", "    at b (x.js:1)", "b", "x.js:1", Origin::Node,
      "x"); // the old Node's own have no folder
  row("before the fields", "    at run (/a/x.ts:1:2) {", "run", "/a/x.ts:1:2", Origin::Own);
  row("Windows", "    at run (C:\\shop\\src\\x.ts:10:5)", "run", "C:/shop/src/x.ts:10:5", Origin::Own);
  row("Windows package", "    at W.run (C:\\shop\\node_modules\\bullmq\\dist\\worker.js:5:1)", "W.run",
      "bullmq/dist/worker.js:5:1", Origin::Package, "bullmq");
  row("Windows URL", "    at file:///C:/shop/src/x.mjs:1:2", "<anonymous>", "C:/shop/src/x.mjs:1:2",
      Origin::Own);
  row("package", "    at Worker.processJob (/srv/shop/node_modules/bullmq/dist/cjs/classes/worker.js:512:28)",
      "Worker.processJob", "bullmq/dist/cjs/classes/worker.js:512:28", Origin::Package, "bullmq");
  row("scoped package", "    at Proxy.request (/srv/node_modules/@prisma/client/runtime/library.js:121:6817)",
      "Proxy.request", "@prisma/client/runtime/library.js:121:6817", Origin::Package, "@prisma/client");
  row("pnpm", "    at z (/srv/node_modules/.pnpm/zod@3.2.1/node_modules/zod/lib/types.js:43:7)", "z",
      "zod/lib/types.js:43:7", Origin::Package, "zod");
  row("node", "    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)",
      "process.processTicksAndRejections", "node:internal/process/task_queues:95:5", Origin::Node,
      "process/task_queues");
  row("node module", "    at AsyncLocalStorage.run (node:async_hooks:346:14)", "AsyncLocalStorage.run",
      "node:async_hooks:346:14", Origin::Node, "async_hooks");
  row("old node", "    at processTicksAndRejections (internal/process/task_queues.js:97:5)",
      "processTicksAndRejections", "internal/process/task_queues.js:97:5", Origin::Node,
      "process/task_queues");
  row("engine", "    at Array.map (<anonymous>)", "Array.map", "<anonymous>", Origin::BuiltIn, "built-in");
  row("awaited", "    at async Promise.all (index 0)", "async Promise.all", "index 0", Origin::BuiltIn,
      "built-in");
  row("native", "    at Object.now (native)", "Object.now", "native", Origin::BuiltIn, "built-in");
  row("eval", "    at eval (eval at load (/srv/a.js:3:5), <anonymous>:1:1)", "eval", "/srv/a.js:3:5",
      Origin::Own);
  row("webpack", "    at handler (webpack-internal:///./src/jobs/order.ts:12:9)", "handler",
      "./src/jobs/order.ts:12:9", Origin::Own);
  row("webpack map", "    at handler (webpack://shop/src/jobs/order.ts?a1b2:12:9)", "handler",
      "src/jobs/order.ts?a1b2:12:9", Origin::Own);
  row("webpack runtime", "    at __webpack_require__ (webpack://shop/webpack/bootstrap:19:1)",
      "__webpack_require__", "webpack/bootstrap:19:1", Origin::BuiltIn, "webpack");
  row("Chinese", "    at 下单 (/srv/订单/处理.ts:8:2)", "下单", "/srv/订单/处理.ts:8:2", Origin::Own);
}

void TestStackFrame::readsFrames() {
  QFETCH(QByteArray, line);
  const std::optional<StackFrame> frame = stackFrame(line);
  QVERIFY(frame);
  QTEST(frame->function, "function");
  QTEST(frame->place, "place");
  QTEST(frame->origin, "origin");
  QTEST(frame->package, "package");
}

void TestStackFrame::leavesSentencesAlone_data() {
  QTest::addColumn<QByteArray>("line");
  for (const char *line :
       {"at least one line is needed", "at least one item (of 3)", "    at noon: 12:00 or later", "attention",
        "Error: boom (x.js:1:2)", "", "at ", "    at (", "    ... 8 lines matching cause", "}"})
    QTest::newRow(line) << QByteArray(line);
}

void TestStackFrame::leavesSentencesAlone() {
  QFETCH(QByteArray, line);
  QVERIFY(!stackFrame(line));
}

void TestStackFrame::numbersTheFramesOfATrace() {
  const StackText trace =
      stackText("TypeError: x\n    at a (/s/a.ts:1:1)\n    at B.b (/s/node_modules/b/i.js:2:2)\r\n"
                "    at c (/s/c.ts:3:3)");
  QCOMPARE(trace.sections.size(), size_t(1));
  QCOMPARE(trace.sections[0].message.size(), size_t(1));
  QCOMPARE(trace.sections[0].message[0].text, u"TypeError: x"_s);
  const auto &frames = trace.sections[0].frames;
  QCOMPARE(frames.size(), size_t(3));
  for (int i = 0; i < 3; ++i)
    QCOMPARE(frames[size_t(i)].number, i);
  QCOMPARE(trace.text.mid(frames[1].offset, frames[1].length), "    at B.b (/s/node_modules/b/i.js:2:2)"_qba);
}

void TestStackFrame::tellsOwnFilesFromTheProjectsFolder() {
  const StackText trace =
      stackText("E\n at a (/srv/shop/src/a.ts:1:1)\n at b (/srv/shop/node_modules/b/i.js:2:2)\n"
                " at c (/opt/lib/c.ts:3:3)");
  const auto &frames = trace.sections[0].frames;
  QCOMPARE(frames[0].place, u"src/a.ts:1:1"_s);
  QCOMPARE(frames[2].place, u"/opt/lib/c.ts:3:3"_s);
}

void TestStackFrame::splitsCauses() {
  const StackText trace =
      stackText("Error: outer\n    at a (/s/a.ts:1:1)\n    at b (/s/b.ts:1:1) {\n"
                "  [cause]: TypeError: inner\n      at c (/s/c.ts:1:1) {\n    code: 'E1'\n  }\n}\n\n"
                "Caused by: last\n    at d (/s/d.ts:1:1)");
  QCOMPARE(trace.sections.size(), size_t(4));
  QCOMPARE(trace.sections[1].message[0].text, u"  [cause]: TypeError: inner"_s);
  QCOMPARE(trace.sections[1].frames[0].number, 0);
  QCOMPARE(trace.sections[2].message[0].text, u"    code: 'E1'"_s);
  QCOMPARE(trace.sections[3].frames.size(), size_t(1));
}

void TestStackFrame::keepsMessagesOfManyLines() {
  const StackText trace = stackText("PrismaError: \nInvalid call:\n\n  args: 1\n    at a (/s/a.ts:1:1)");
  QCOMPARE(trace.sections.size(), size_t(1));
  QCOMPARE(trace.sections[0].message.size(), size_t(4));
  QCOMPARE(stackText("just a sentence").sections[0].message.size(), size_t(1));
  QVERIFY(stackText({}).sections[0].message.empty());
}

void TestStackFrame::takesColoursOut() {
  const StackText trace = stackText("\x1b[31mError\x1b[39m: red\n    \x1b[90mat a (/s/a.ts:1:1)\x1b[39m");
  QCOMPARE(trace.sections[0].message[0].text, u"Error: red"_s);
  QCOMPARE(trace.sections[0].frames.size(), size_t(1));
}

void TestStackFrame::boundsWhatBecomesRows() {
  QByteArray text("Error: deep\n");
  for (int i = 0; i < 1'500; ++i)
    text += "    at f (/s/a.ts:1:1)\n";
  for (int i = 0; i < 500; ++i)
    text += "detail " + QByteArray::number(i) + '\n';
  const StackText trace = stackText(text);
  qint64 rows = 0;
  for (const StackSection &section : trace.sections)
    rows += qint64(section.message.size() + section.frames.size());
  QCOMPARE(rows, StackLimits::Frames + StackLimits::MessageLines);
  QCOMPARE(rows + trace.linesLeftOut, 2'001);
}

void TestStackFrame::cutsLongLinesBetweenCharacters() {
  const StackText trace = stackText("E: " + QByteArray("é").repeated(5'000) + "\n    at a (/s/a.ts:1:1)");
  const StackLine &line = trace.sections[0].message[0];
  QVERIFY(!line.isWhole);
  QCOMPARE(line.characters, 5'003);
  QCOMPARE(line.length, 10'003);
  QVERIFY(line.text.size() > 900);
  QVERIFY(!line.text.contains(u"\\x"_s));

  // As long as a whole one may be; and one that is short in bytes, and yet nobody can read it.
  const StackText whole = stackText(QByteArray(1'900, 'a'));
  QCOMPARE(whole.sections[0].message[0].text.size(), 1'900);
  QVERIFY(whole.sections[0].message[0].isWhole);
  QVERIFY(!stackText("e" + QByteArray("\xcc\x81").repeated(900)).sections[0].message[0].isWhole);
}

void TestStackFrame::knowsTheSameTrace() {
  const QByteArray trace("Error: took 3012 ms at 0x7ffe12 for 9f31c0d2a4e84242\n    at a (/s/a.ts:1:1)");
  QCOMPARE(samenessKey("Error: took 17 ms at 0xab for 0031c0d2a4e8424f\n    at a (/s/a.ts:10:31)"),
           samenessKey(trace));
  QVERIFY(samenessKey("Error: took 3012 s at 0x7ffe12 for 9f31c0d2a4e84242\n    at a (/s/a.ts:1:1)") !=
          samenessKey(trace));
  QVERIFY(samenessKey("Error: dead beef") != samenessKey("Error: beef dead"));
  const QByteArray large = QByteArray("x").repeated(300'000);
  QVERIFY(samenessKey(large + "1") != samenessKey(large + "2"));
}

QTEST_GUILESS_MAIN(TestStackFrame)
#include "tst_stackframe.moc"
