package org.openwaybill;

import java.util.Optional;
import org.openwaybill.code.PhoneKind;
import org.openwaybill.message.Address;
import org.openwaybill.message.RevealGrantFields;

/** Fields of a person, each held: only {@link Personal#expose()} of one shows it. */
public final class RevealedFields {
    private final RevealGrantFields clear;

    RevealedFields(RevealGrantFields clear) {
        this.clear = clear;
    }

    /** The name. */
    public Optional<Personal<String>> getName() {
        return Personal.of(clear.getName());
    }

    /** The phone. */
    public Optional<Personal<String>> getPhone() {
        return Personal.of(clear.getPhone());
    }

    /** Whether the phone is the real number or stands for it. */
    public Optional<PhoneKind> getPhoneKind() {
        return clear.getPhoneKind();
    }

    /** The address. */
    public Optional<Personal<Address>> getAddress() {
        return Personal.of(clear.getAddress());
    }

    /** The note for whoever delivers. */
    public Optional<Personal<String>> getDeliveryNote() {
        return Personal.of(clear.getDeliveryNote());
    }

    /** The number of an identity document, which only comes sealed. */
    public Optional<Personal<String>> getIdNumber() {
        Object number = clear.getAdditional().get("idNumber");
        return Personal.of(number instanceof String ? Optional.of((String) number) : Optional.<String>empty());
    }

    @Override
    public String toString() {
        return "RevealedFields{[personal]}";
    }
}
