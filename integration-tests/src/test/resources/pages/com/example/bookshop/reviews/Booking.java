package com.example.bookshop.reviews;

import io.kuaka.annotations.ModelExclusion;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;

@Entity
@ModelExclusion(
        name = "booking_overlap",
        parts = {
            @ModelExclusion.Part(field = "room", with = "="),
            @ModelExclusion.Part(expression = "tsrange(begins, ends)", with = "&&")
        },
        condition = "not cancelled")
public class Booking {
    @Id
    private Long id;

    private int room;
    private LocalDateTime begins;
    private LocalDateTime ends;
    private boolean cancelled;
}
