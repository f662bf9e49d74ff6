package org.openwaybill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openwaybill.message.Problem;

/**
 * Problems as callers see them: those of the other party, and those that the client itself finds (NO_ANSWER, TIMED_OUT,
 * ANSWER_INVALID, NOT_A_PROBLEM, NO_TOKEN, REQUEST_INVALID, MASKED_VALUE_AS_INPUT). Status 0: nothing came back.
 */
final class Problems {
    /** Refusals after which the same request may be made again, whoever on the way gave them. */
    private static final Set<Integer> PASSING = new HashSet<>(Arrays.asList(408, 425, 429, 502, 503, 504));

    private Problems() {
    }

    static Problem own(String code, int status, boolean isRetryable, String title, List<MisfitException> found) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", code);
        document.put("title", title);
        if (!found.isEmpty()) {
            document.put("errors", findings(found));
        }
        return whole(document, status, isRetryable);
    }

    static Problem own(String code, int status, boolean isRetryable, String title) {
        return own(code, status, isRetryable, title, Collections.emptyList());
    }

    static List<Object> findings(List<MisfitException> found) {
        List<Object> findings = new ArrayList<>();
        for (MisfitException one : found) {
            Map<String, Object> finding = new LinkedHashMap<>();
            finding.put("pointer", one.getPointer());
            finding.put("rule", one.getRule());
            finding.put("message", one.getFault());
            findings.add(finding);
        }
        return findings;
    }

    /** The problem in a refusal. One whose code is unknown is still told by its status and whether it passes. */
    static Problem in(int status, byte[] body) {
        Object document = readable(body);
        Object code = document instanceof Map ? ((Map<?, ?>) document).get("code") : null;
        if (!(code instanceof String) || ((String) code).isEmpty()) {
            return own("NOT_A_PROBLEM", status, PASSING.contains(status), "The refusal is no problem document.");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) document).forEach((name, value) -> members.put(name.toString(), value));
        Object said = members.get("retryable");
        return whole(members, status, said instanceof Boolean ? (Boolean) said : PASSING.contains(status));
    }

    /** Whether the same request may be made again. A stale revision, say, needs a read first. */
    static boolean mayBeRepeated(Problem problem) {
        String code = problem.getCode().toString();
        int status = (int) problem.getStatus();
        if (!problem.isRetryable() || code.equals("NO_ANSWER") || code.equals("TIMED_OUT")) {
            return problem.isRetryable();
        }
        return status == 409 ? code.equals("REQUEST_IN_PROGRESS") : status == 500 || PASSING.contains(status);
    }

    private static Object readable(byte[] body) {
        try {
            Object document = Json.read(body);
            return Fitness.unsafeIn(document).isEmpty() ? document : null;
        } catch (JsonException none) {
            return null;
        }
    }

    /** Whatever is missing or does not fit, a problem has what its readers ask for. */
    private static Problem whole(Map<String, Object> document, int status, boolean isRetryable) {
        document.put("status", (long) status);
        document.put("retryable", isRetryable);
        if (!(document.get("type") instanceof String)) {
            document.put("type", "about:blank");
        }
        if (!(document.get("title") instanceof String)) {
            document.put("title", document.get("code"));
        }
        return Problem.SHAPE.read(document, false);
    }
}
