// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Retries all failed jobs of a queue, and is killed on the way. Arguments: the server's socket, the store's
// folder.
#include "bulk/bulkrunner.h"
#include "bullio/scriptregistry.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace oxp;

int main(int argc, char **argv) {
  QCoreApplication program(argc, argv);
  const auto scripts = ScriptRegistry::load();
  if (argc != 3 || !scripts)
    return 2;
  AuditStore::Options options;
  options.folder = QString::fromLocal8Bit(argv[2]);
  AuditStore store(options);
  BulkRunner::Setup setup;
  setup.author = {QStringLiteral("p1"), QStringLiteral("Test"), QStringLiteral("victim@desk"),
                  Environment::Local};
  setup.role = Role::Operator;
  setup.audit = &store;
  setup.scripts = &*scripts;
  setup.rules = policy::builtInRules();
  setup.rate = std::make_shared<RateLimit>();
  setup.makeLane = [socket = QString::fromLocal8Bit(argv[1])] {
    Lane::Options reach;
    reach.endpoint.socketPath = socket;
    reach.role = Role::Operator;
    return std::make_unique<Lane>(reach);
  };
  BulkRunner runner(std::move(setup));
  OperationRequest wish;
  wish.operation = "job.retry";
  wish.queue.id = {"bull", "orders"};
  wish.queue.family = Family::BullMq5;
  wish.queue.version = "5.81.5";
  const Selection selection{wish.queue, Selection::WholeState{JobState::Failed}};
  runner.choose(selection, wish, &program, {}, [&](const Result<FrozenSelection> &chosen) {
    if (!chosen)
      return program.exit(3);
    wish.selection = chosen->digest;
    wish.grants =
        consents({}, wish.hash(), QStringLiteral("victim@desk"), QDateTime::currentMSecsSinceEpoch());
    runner.start(wish, *chosen);
  });
  QObject::connect(&runner, &BulkRunner::stopped, &program, &QCoreApplication::quit);
  return program.exec();
}
