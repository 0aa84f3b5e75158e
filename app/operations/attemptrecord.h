// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "operations/plan.h"

/// How a request becomes a record and a record becomes what settling needs. Pure; any thread.
namespace oxp {

/// Whose write it is.
struct Author {
  QString profileId, profileName, who;
  Environment environment = Environment::Local;
};

/// As a record keeps them, and back.
QByteArray argumentsJson(const Arguments &arguments);
Arguments argumentsFrom(const QByteArray &json);

SettleFacts settleFacts(const OperationRequest &request, const JobDetail &job, const ClientMark &mark);
SettleFacts settleFacts(const audit::Record &record);
audit::Record recordFor(const Author &author, const OperationRequest &request, const SettleFacts &facts);
/// What is left of a request in its record, for telling of it.
OperationRequest requestFrom(const audit::Record &record);

} // namespace oxp
