package org.tuivets.frontdesk;

public enum Species {
    DOG,
    CAT,
    RABBIT,
    HORSE
}
