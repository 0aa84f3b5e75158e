// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how long opening, typing in and saving a job take in the whole window, against a real redis-server,
// and the longest stall of the GUI thread in each.
//   bench_window [megabytes…]
#include "bench/heartbeat.h"
#include "ui/editor/jsoneditor.h"
#include "ui/window/windowtest.h"

#include <QApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace oxp;
using namespace oxp::test;

namespace {

QByteArray payloadOf(qsizetype size) {
  QByteArray text = R"({"orderId":"ORD-1","amount":129.90,"lines":[)";
  for (int i = 0; i == 0 || text.size() < size; ++i) {
    if (i)
      text += ',';
    text += R"({"id":)" + QByteArray::number(9007199254740993 + i) + R"(,"name":"Größe 陈晓明 )" +
            QByteArray::number(i) + R"(","price":1.10,"address":{"city":"杭州市","vip":true}})";
  }
  return text + "]}";
}

void measure(const char *name, const std::function<bool()> &work) {
  Heartbeat heart;
  QElapsedTimer time;
  time.start();
  heart.restart();
  const bool done = work();
  const qint64 took = time.elapsed();
  QTest::qWait(300); // what the step leaves behind counts too
  const double stall = heart.longestMs();
  std::printf("  %-22s %7lld ms   longest stall %6.1f ms%s\n", name, static_cast<long long>(took), stall,
              done ? "" : "   DID NOT HAPPEN");
  std::fflush(stdout);
}

bool benchSize(double megabytes) {
  WindowTest t;
  if (!t.shop.start())
    return false;
  const QByteArray id = t.shop.add("waiting", "{}");
  const QByteArray small = t.shop.add("waiting", R"({"small":true})");
  t.shop.setData(id, payloadOf(qsizetype(megabytes * 1e6)));
  if (!t.open("local") || !t.person.openJob(small, u"waiting"_qs))
    return false;
  std::printf("%.3f MB\n", double(t.shop.data(id).size()) / 1e6);
  Person &person = t.person;
  measure("open", [&] {
    return person.chooseJob(id) && person.waits("the text", [&] {
      return person.editor()->byteCount() > 20 && !person.editor()->isBusy() &&
             person.editor()->validity().valid;
    });
  });
  measure("find", [&] { return person.findText(u"129.90"_qs); });
  measure("type", [&] { return person.keys(u"130.55"_qs); });
  measure("save",
          [&] { return person.key(Qt::Key_S, Qt::ControlModifier) && person.reads(u"Saved. /amount"_qs); });
  measure("go to the end", [&] { return person.key(Qt::Key_End, Qt::ControlModifier); });
  measure("another job", [&] { return person.chooseJob(small); });
  const bool right = t.shop.data(id).contains("130.55");
  person.leave();
  return right;
}

} // namespace

int main(int argc, char **argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  leaveSessionBus();
  QApplication app(argc, argv);
  std::vector<double> sizes;
  for (int i = 1; i < argc; ++i)
    sizes.push_back(std::atof(argv[i]));
  if (sizes.empty())
    sizes = {0.001, 1, 5, 30};
  for (const double size : sizes) {
    if (!benchSize(size)) {
      std::fprintf(stderr, "%.3f MB: the window did not do what was asked\n", size);
      return 1;
    }
  }
  return 0;
}
